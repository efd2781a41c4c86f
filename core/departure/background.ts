import { log } from "../log"
import { table, transact, unlessRefused } from "../table"
import { days, epoch, minutes, now } from "../time"
import type { DeletionRow } from "./departure"
import { dueUntil, most } from "./due"
import { order, steps } from "./steps"

/** A day after everything was erased it is looked over once more: what was on its way then has arrived. In seconds. */
const settling = days(1)
/** How long, in seconds, nobody else takes up what one works on. */
const lease = minutes(3)

/**
 * Erases the accounts that are due, in short steps, each safe to be cut off and to be done again.
 * @param until no further step is begun after this time, in milliseconds
 * @param at when this is, in milliseconds
 */
export async function goOn(until: number, at = Date.now()): Promise<{ more: boolean; faults: number }> {
  let faults = 0
  const due = await dueUntil(new Date(at).toISOString())
  for (const row of due) {
    if (Date.now() >= until) return { more: true, faults }
    try {
      await goOnWith(row, until, at)
    } catch (error) {
      log.error("a deletion could not be gone on with", { userId: row.userId, error: error as Error })
      faults++
    }
  }
  return { more: due.length === most, faults }
}

/** The deletions that are asked for or under way, the next first. */
export async function waiting(count = most): Promise<DeletionRow[]> {
  const { data } = await table().deletion.query.byDue({}).go({ limit: count, count })
  return data
}

async function goOnWith(read: DeletionRow, until: number, at: number): Promise<void> {
  const { userId } = read
  if (!(await take(read))) return
  const names = order.slice(Math.max(0, order.indexOf(read.step as (typeof order)[number])))
  for (const name of names) {
    await note(read, { step: name, leaseUntil: epoch(lease) })
    for (let more = true; more; more = await steps[name](userId))
      if (Date.now() >= until) return void (await note(read, { leaseUntil: 0 }))
  }
  await finish(read, at)
}

/** Begins, or goes on; from the beginning on nobody comes back. @returns whether nobody else has it */
async function take({ userId, dueAt, state }: DeletionRow): Promise<boolean> {
  const free = ({ leaseUntil }: { leaseUntil: string }, names: { notExists: Name; lt: Than }) =>
    `(${names.notExists(leaseUntil)} OR ${names.lt(leaseUntil, epoch())})`
  const codes = await transact((t) => [
    t.deletion
      .patch({ userId })
      .set({ state: state === "waiting" ? "erasing" : state, dueAt, leaseUntil: epoch(lease) })
      .where((row, names) => `${names.eq(row.state, state)} AND ${free(row as never, names as never)}`)
      .commit(),
    ...(state === "waiting"
      ? [t.user.patch({ userId }).set({ hidden: true, erasingAt: now() }).commit()]
      : []),
  ])
  return codes === undefined
}
type Name = (attribute: string) => string
type Than = (attribute: string, value: number) => string

const note = ({ userId, dueAt }: DeletionRow, change: Partial<DeletionRow>) =>
  unlessRefused(
    table()
      .deletion.patch({ userId })
      .set({ ...change, dueAt })
      .go(),
  )

async function finish({ userId, state }: DeletionRow, at: number): Promise<void> {
  if (state === "settling") {
    await table().deletion.delete({ userId }).go()
    log.info("account erased, and looked over", { userId })
    return
  }
  const dueAt = new Date(at + settling * 1000).toISOString()
  const settled = table().deletion.patch({ userId }).set({ state: "settling", dueAt, leaseUntil: 0 })
  await unlessRefused(settled.remove(["step"]).go())
  log.info("account erased", { userId })
}
