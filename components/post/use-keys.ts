import { useEffect, useEffectEvent } from "react"
import { isTyping } from "@/components/ui/is-typing"

/** Does something when a key is pressed alone and nothing is typed, for as long as the component is there. */
export function useKeys(actions: Readonly<Record<string, () => void>>) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return
    actions[event.key.toLowerCase()]?.()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener("keydown", listener)
    return () => document.removeEventListener("keydown", listener)
  }, [])
}
