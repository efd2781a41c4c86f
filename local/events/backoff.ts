/** Milliseconds to wait before try number `attempt` (from 1): doubling, bounded, with jitter so that no two move in step. */
export const backoff = (attempt: number, baseMs: number, maxMs = 30_000) =>
  Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
