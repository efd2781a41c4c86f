import { isTyping } from "./is-typing"

// How long "g" waits for the key after it.
const chord = 1500

type Pressed = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "repeat" | "target">

/**
 * Reads the keys that are for the page: "h", or "g h" soon after a "g". Nothing while one is held down or something is
 * typed, nor over a dialog. Each listener has its own, as any of them may be the first to hear a key.
 */
export function keyReader() {
  let began = 0
  return (event: Pressed): string | undefined => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return
    const isSecond = Date.now() - began < chord
    began = event.key === "g" ? Date.now() : 0
    return isSecond ? `g ${event.key}` : event.key
  }
}
