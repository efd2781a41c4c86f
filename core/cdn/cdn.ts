import { setTimeout as sleep } from "node:timers/promises"
import type { EntityItem } from "electrodb"
import { config } from "../config"
import { log } from "../log"
import { table, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import { invalidate, isConfirmed } from "./distribution"
import type { InvalidationEntity } from "./invalidation.entity"

type Row = EntityItem<typeof InvalidationEntity>

/** After so many seconds nothing may be left at the CDN; what takes longer raises an alarm. */
export const deadline = 60
/** How many a round looks at, and how many of them at once. */
const most = 500
const atOnce = 10

/**
 * Notes that the CDN is to forget paths; once for each id, and again only when that is a month old.
 * @param since when that became so
 */
export async function forget(invalidationId: string, paths: readonly string[], since: string): Promise<void> {
  const row = {
    invalidationId,
    paths: [...paths],
    since,
    state: "waiting" as const,
    expires: epoch(days(30)),
  }
  const once = table().invalidation.put(row)
  await unlessRefused(once.where(({ state }, { notExists }) => notExists(state)).go())
}

/**
 * Does the next step of an invalidation: asks the CDN, or looks whether it is confirmed. Where there is no CDN, nothing
 * can be left at it.
 * @returns whether it is done
 */
export async function goOn(invalidationId: string): Promise<boolean> {
  const { data: row } = await table().invalidation.get({ invalidationId }).go({ consistent: true })
  if (!row || row.state === "done") return true
  const { distributionId } = config.settings
  if (!distributionId) return settle(row)
  if (row.state === "asked" && row.cdnId) {
    return (await isConfirmed(distributionId, row.cdnId)) ? settle(row) : late(row)
  }
  const cdnId = await invalidate(distributionId, invalidationId, row.paths)
  if (cdnId) await write(row, { state: "asked", cdnId })
  return late(row)
}

async function settle(row: Row): Promise<boolean> {
  const doneAt = now()
  // Kept for as long as a change may be delivered again; its paths name people and posts.
  if (await write(row, { state: "done", doneAt, expires: epoch(days(2)) })) {
    const told = { invalidation: row.invalidationId, age: age(row), paths: row.paths.length }
    if (age(row) > deadline) log.warn("cdn invalidated late", told)
    else log.info("cdn invalidated", told)
  }
  return true
}

function late(row: Row): boolean {
  if (age(row) > deadline)
    log.warn("cdn invalidation late", { invalidation: row.invalidationId, age: age(row), state: row.state })
  return false
}

/** With `since`, so that it leaves the index of what is left to do. */
const write = ({ invalidationId, state, since }: Row, change: Partial<Row>) =>
  unlessRefused(
    table()
      .invalidation.patch({ invalidationId })
      .set({ ...change, since })
      .where((row, { eq }) => eq(row.state, state))
      .go(),
  )

/** Seconds since the fact. */
const age = ({ since }: Row) => Math.round((Date.now() - Date.parse(since)) / 1000)

/**
 * Goes on with every invalidation that is not confirmed, until none is left or the time is over.
 * @returns how many are left, and how many could not be gone on with
 */
export async function confirm(forMs: number, pauseMs = 5000): Promise<{ left: number; faults: number }> {
  const until = Date.now() + forMs
  for (;;) {
    const round = await goOnWithAll()
    if (round.left === 0 || Date.now() + pauseMs > until) return round
    await sleep(pauseMs)
  }
}

async function goOnWithAll() {
  const { data } = await table().invalidation.query.unfinished({}).go({ limit: most, count: most })
  let [left, faults] = [0, 0]
  const queue = data.map(({ invalidationId }) => invalidationId)
  const work = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) {
      const done = await goOn(id).catch((error) => {
        log.error("cdn invalidation failed", { invalidation: id, error: error as Error })
        faults++
        return false
      })
      if (!done) left++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { left, faults }
}
