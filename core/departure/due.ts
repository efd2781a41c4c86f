import { table } from "../table"
import { days } from "../time"
import type { DeletionRow } from "./departure"

/** So many accounts are looked at in one go. */
export const most = 100

/** For so long, in seconds, what is due may wait before somebody is told. */
const patience = days(1)

/** How many accounts should have been erased a day ago, and were not. */
export const overdue = async (at = Date.now()): Promise<number> =>
  (await dueUntil(new Date(at - patience * 1000).toISOString())).length

/** The deletions that are due at a time, those that wait longest first. */
export async function dueUntil(time: string): Promise<DeletionRow[]> {
  const { data } = await table()
    .deletion.query.byDue({})
    .lte({ dueAt: time })
    .go({ limit: most, count: most })
  return data
}
