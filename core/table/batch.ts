import { setTimeout as sleep } from "node:timers/promises"
import { AppError } from "../error"

const attempts = 6

/**
 * Does a batch; what a busy table leaves out is asked for again, after a growing pause with jitter.
 * @param keys of the rows
 * @param go ElectroDB's batch of these keys
 * @returns the rows found, in no order
 * @throws AppError `unavailable` when it stays busy
 */
export async function batch<Key, Row>(
  keys: readonly Key[],
  go: (keys: Key[]) => Promise<{ data?: Row[]; unprocessed: Key[] }>,
): Promise<Row[]> {
  const rows: Row[] = []
  let left = [...keys]
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === attempts) throw new AppError("unavailable", { retryAfter: 1 })
    if (attempt > 0) await sleep(Math.random() * 20 * 2 ** attempt)
    const { data, unprocessed } = await go(left)
    rows.push(...(data ?? []))
    left = unprocessed
  }
  return rows
}
