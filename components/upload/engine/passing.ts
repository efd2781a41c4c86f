import { ProblemError } from "@/components/api-call"
import type { Upload } from "./upload"
import { backoff, pauseOffline } from "./wait"

/** Seconds; who is to wait longer than this, a day's quota say, is told so instead. */
const longestWait = 300
/** Milliseconds after which an answer is no longer expected. */
const patience = 30_000

/**
 * What a failure that passes by itself waits for; undefined for a refusal that stands. Passing are: no network, no
 * answer in time, a server that is down, busy, or asks to come back soon; and a session that ended, once its person
 * has signed in again.
 */
export function passing(error: unknown): Upload["waiting"] {
  if (error instanceof DOMException && error.name === "TimeoutError") return "network"
  if (!(error instanceof ProblemError)) return undefined
  const { status, retryAfter } = error
  if (status === 0) return "network"
  if (status >= 500) return "server"
  if (status === 401) return "person"
  const soon = retryAfter === undefined ? status === 429 : retryAfter <= longestWait
  return soon && (status === 429 || status === 409) ? "server" : undefined
}

/** Fires with the signal, or when an answer takes too long. */
export const timely = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(patience)])

/** Waits for the next try after a failure that passes. */
export const untilNextTry = (attempt: number, error: unknown, signal: AbortSignal) =>
  pauseOffline(backoff(attempt, error instanceof ProblemError ? error.retryAfter : undefined), signal)

type Options = { signal: AbortSignal; onWait: (waiting: Upload["waiting"]) => void }

/**
 * Calls until it succeeds or is refused for good.
 * @throws what stands, and the signal's reason when it fires
 */
export async function untilItPasses<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { signal, onWait }: Options,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run(timely(signal))
    } catch (error) {
      signal.throwIfAborted()
      const cause = passing(error)
      if (!cause) throw error
      onWait(cause)
      await untilNextTry(attempt, error, signal)
    }
  }
}
