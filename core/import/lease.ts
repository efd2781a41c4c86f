import { newId } from "../id"
import { type Entities, table, transact, unlessRefused } from "../table"
import { epoch, now } from "../time"
import type { ImportRow } from "./import"

/** Whoever was cut off holds an import for so long; each step lengthens it, and none takes as long. In seconds. */
const leaseSeconds = 300

/** Somebody else goes on with an import now: its person, who paused or ended it, or another run. */
export class LeaseLost extends Error {}

/** Takes an import to go on with it. @returns undefined when another run has it, or it is no longer to be gone on with */
export async function take({ userId, importId }: ImportRow): Promise<ImportRow | undefined> {
  const taken = table()
    .import.patch({ userId, importId })
    .set({ leaseBy: newId("session"), leaseUntil: epoch(leaseSeconds), queue: "WORK", at: now() })
    .where(
      ({ queue, leaseBy, leaseUntil }, { eq, lt, notExists }) =>
        `${eq(queue, "WORK")} AND (${notExists(leaseBy)} OR ${lt(leaseUntil, epoch())})`,
    )
  const written = await unlessRefused(taken.go({ response: "all_new" }))
  return written?.data as ImportRow | undefined
}

type Set = Partial<
  Pick<
    ImportRow,
    "state" | "kind" | "items" | "total" | "next" | "open" | "reason" | "queue" | "endedAt" | "expires"
  >
>
export type Counts = Partial<Record<"imported" | "duplicate" | "skipped", number>>
type Also = (t: Entities) => ReturnType<Parameters<typeof transact>[0]>

/**
 * Writes how far an import is, with the lines of the ledger that say so, if it is still ours.
 * @param row as it is; given back as it becomes
 * @throws LeaseLost
 */
export async function advance(
  row: ImportRow,
  set: Set,
  counts: Counts = {},
  also: Also = () => [],
): Promise<ImportRow> {
  const { userId, importId, leaseBy = "" } = row
  const { queue = "WORK", ...rest } = set
  const at = set.queue === "LATER" ? row.at : now()
  const leaseUntil = epoch(leaseSeconds)
  const codes = await transact((t) => [
    t.import
      .patch({ userId, importId })
      .set({ ...rest, queue, at, leaseUntil, tries: 0, updatedAt: now() })
      .add(counts)
      .where((item, { eq }) => `${eq(item.leaseBy, leaseBy)} AND ${eq(item.state, row.state)}`)
      .commit(),
    ...also(t),
  ])
  if (codes) throw new LeaseLost()
  return { ...row, ...set, queue, at, leaseUntil, tries: 0 }
}

/** Notes that a run begins with something that may end it before it can say so. @throws LeaseLost */
export async function noteTry({ userId, importId, leaseBy = "" }: ImportRow): Promise<void> {
  const noted = table()
    .import.patch({ userId, importId })
    .add({ tries: 1 })
    .where((item, { eq }) => eq(item.leaseBy, leaseBy))
  if (!(await unlessRefused(noted.go()))) throw new LeaseLost()
}

/**
 * Lengthens the lease of an import during a step that takes long.
 * @returns to be called as often as one likes: it writes when half of the lease is over. Throws LeaseLost
 */
export function keeper({ userId, importId, leaseBy = "", leaseUntil = 0, state }: ImportRow) {
  let until = leaseUntil
  return async (): Promise<void> => {
    if (until - epoch() > leaseSeconds / 2) return
    until = epoch(leaseSeconds)
    const kept = table()
      .import.patch({ userId, importId })
      .set({ leaseUntil: until })
      .where((item, { eq }) => `${eq(item.leaseBy, leaseBy)} AND ${eq(item.state, state)}`)
    if (!(await unlessRefused(kept.go()))) throw new LeaseLost()
  }
}

/**
 * Lets go of an import, so that the next run goes on with it at once.
 * @param failed how many more tries have failed; without, all is well
 */
export async function release({ userId, importId, leaseBy = "" }: ImportRow, failed?: number): Promise<void> {
  const held = table().import.patch({ userId, importId })
  const free = (failed === undefined ? held.set({ tries: 0 }) : held.add({ tries: failed }))
    .remove(["leaseBy", "leaseUntil"])
    .where((item, { eq }) => eq(item.leaseBy, leaseBy))
  await unlessRefused(free.go())
}
