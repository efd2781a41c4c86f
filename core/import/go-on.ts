import { log } from "../log"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import { endImport } from "./end"
import { eraseArchive } from "./erase"
import { ArchiveFault } from "./fault"
import type { ImportRow } from "./import"
import { advance, keeper, LeaseLost, noteTry, release, take } from "./lease"
import { makePlan } from "./plan"
import { workOff } from "./work"

/** What became of a round: whether something can be gone on with now, and how many imports it failed at. */
export type Round = { more: boolean; faults: number }

/** How long one import is gone on with before the next has its turn, in milliseconds. */
const turn = 30_000
const atOnce = 25
/** After so many runs, a minute apart, that did not read an archive to its end, it is given up: storage may be away for a while. */
const mostReadings = 30

/**
 * Goes on with imports until a time (milliseconds), each where it was cut off. Several runs at the same time go on with
 * different ones.
 */
export async function goOn(until: number): Promise<Round> {
  await wake()
  const round: Round = { more: false, faults: 0 }
  const { data } = await table().import.query.byQueue({ queue: "WORK" }).go({ limit: atOnce, count: atOnce })
  for (const found of data) {
    if (Date.now() >= until) return { ...round, more: true }
    const row = await take(found)
    if (!row) continue
    try {
      if (await goOnWith(row, Math.min(until, Date.now() + turn))) round.more = true
    } catch (error) {
      if (error instanceof LeaseLost) continue
      log.error("import failed", { user_id: row.userId, import: row.importId, error: error as Error })
      round.faults++
      // Reading counts its tries beforehand.
      await release(row, row.state === "reading" ? 0 : 1)
    }
  }
  return round
}

/** @returns whether something is left that can be done now */
async function goOnWith(row: ImportRow, until: number): Promise<boolean> {
  try {
    if (row.state === "reading") {
      if ((row.tries ?? 0) >= mostReadings) throw new ArchiveFault("not_read")
      await noteTry(row)
      const { kind, items, total } = await makePlan(row, keeper(row))
      const planned = { state: "importing", kind, items, total, next: 0, open: [] } as const
      return await goOnWith(await advance(row, planned), until)
    }
    if (row.state === "importing") return await workOff(row, until)
    // It has ended: what is left is its archive.
    await eraseArchive(row)
    await advance(row, { queue: "" })
    return false
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    await endImport(row, "failed", error.reason)
    return false
  }
}

/** Imports whose next day has come go on. */
async function wake(): Promise<void> {
  const at = now()
  const { data } = await table()
    .import.query.byQueue({ queue: "LATER" })
    .lte({ at })
    .go({ limit: atOnce, count: atOnce })
  for (const { userId, importId } of data) {
    const woken = table()
      .import.patch({ userId, importId })
      .set({ state: "importing", queue: "WORK", at, updatedAt: at })
      .remove(["reason"])
      .where(({ state, queue }, { eq }) => `${eq(state, "paused")} AND ${eq(queue, "LATER")}`)
    await unlessRefused(woken.go())
  }
}
