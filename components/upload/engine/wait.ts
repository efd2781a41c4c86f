/** Milliseconds to wait after a poll: short at first, then up to three seconds. */
export const waitAfter = (attempt: number) => Math.min(Math.round(300 * 1.4 ** attempt), 3000)

/**
 * Milliseconds to wait before a failed try is repeated: twice as long each time, up to 30 seconds, spread so that not
 * everybody comes back at once; never sooner than the server asked for.
 * @param retryAfter seconds that the server asked for
 */
export function backoff(attempt: number, retryAfter = 0, random: () => number = Math.random) {
  const most = Math.min(1000 * 2 ** attempt, 30_000)
  return Math.max(most * (0.5 + random() / 2), retryAfter * 1000 * (1 + random() / 10))
}

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

/** Waits, or until the network is back. */
export async function pauseOffline(milliseconds: number, signal: AbortSignal) {
  const back = new AbortController()
  const end = () => back.abort()
  window.addEventListener("online", end)
  try {
    await pause(milliseconds, AbortSignal.any([signal, back.signal])).catch(() => signal.throwIfAborted())
  } finally {
    window.removeEventListener("online", end)
  }
}
