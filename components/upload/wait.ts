/** Milliseconds to wait after a poll: short at first, then up to three seconds. */
export const waitAfter = (attempt: number) => Math.min(Math.round(300 * 1.4 ** attempt), 3000)

/** Waits; rejects with the signal's reason as soon as it fires. */
export function pause(milliseconds: number, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop)
      resolve()
    }, milliseconds)
    if (signal.aborted) stop()
    else signal.addEventListener("abort", stop, { once: true })
  })
}
