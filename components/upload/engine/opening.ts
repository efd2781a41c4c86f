import type { Maker } from "./engine"
import { backoff, pauseOffline } from "./wait"

/** Loads what does the work, however often that takes: the network may be away. */
async function load() {
  const { signal } = new AbortController()
  for (let attempt = 1; ; attempt++) {
    try {
      return await import("./engine")
    } catch {
      await pauseOffline(backoff(attempt), signal)
    }
  }
}

let loading: ReturnType<typeof load> | undefined

/**
 * Opens a person's posts in the making in this tab. What does the work is loaded only now: nobody has to wait for it
 * to see the page.
 */
export async function openDesk(maker: Maker) {
  loading ??= load()
  const engine = await loading
  engine.openDesk(maker)
}

/** Goes on in this tab with what another tab has. */
export async function goOnHere() {
  const engine = await loading
  engine?.goOnHere()
}
