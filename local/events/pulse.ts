/** A wait that can be cut short: for a poller that is told when there may be something new. */
export function pulse() {
  const waiting = new Set<() => void>()
  let rung = false
  return {
    /** Ends the present waits, or the next one when nobody waits. */
    ring() {
      rung = waiting.size === 0
      for (const wake of waiting) wake()
    },
    /** Resolves after the time, a ring, or the signal, whichever is first; true after a ring. */
    async wait(ms: number, signal: AbortSignal) {
      if (rung || signal.aborted) {
        rung = false
        return true
      }
      return new Promise<boolean>((resolve) => {
        const end = (early: boolean) => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener("abort", wake)
          resolve(early)
        }
        const wake = () => end(true)
        const timer = setTimeout(end, ms, false)
        waiting.add(wake)
        signal.addEventListener("abort", wake)
      })
    },
  }
}
export type Pulse = ReturnType<typeof pulse>
