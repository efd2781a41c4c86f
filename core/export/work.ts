import { randomUUID } from "node:crypto"
import type { EntityItem } from "electrodb"
import { log } from "../log"
import { table, unlessRefused } from "../table"
import { days, epoch, minutes, now } from "../time"
import { buildPart, readPlan, writePlan } from "./build"
import { eraseExport } from "./erase"
import type { ExportEntity } from "./export.entity"
import { gather } from "./manifest"
import { planOf } from "./plan"

export type ExportRow = EntityItem<typeof ExportEntity>
type Changes = Partial<Omit<ExportRow, "userId" | "exportId" | "updatedAt">>

/** How long a run may be silent before another takes over from it, in milliseconds. */
const lease = minutes(2) * 1000
/** How often in a row a step is begun before its person is told that it failed. */
const triesAtMost = 5
/** How long an archive is kept once it is ready. */
const kept = days(7)
/** How many archives a run looks at. */
const most = 50

/**
 * Goes on with the archives that are being made, one step after another, the longest untouched first, until a time.
 * @returns whether there is more to be done now, and how many steps failed
 */
export async function goOn(until: number): Promise<{ more: boolean; faults: number }> {
  let faults = 0
  while (Date.now() < until) {
    const row = await claimOne()
    if (!row) return { more: false, faults }
    // What failed waits for a while; the others go on.
    await step(row).catch(async (error) => {
      if (await noteFault(row, error)) faults++
    })
  }
  return { more: true, faults }
}

/** Takes an archive that nobody else works on. The try counts beforehand: a run that is cut off cannot say so. */
async function claimOne(): Promise<ExportRow | undefined> {
  const { data } = await table().export.query.byState({ state: "working" }).go({ limit: most, count: most })
  for (const row of data) {
    if ((row.leaseUntil ?? 0) > Date.now()) continue
    const mine = await unlessRefused(
      table()
        .export.patch({ userId: row.userId, exportId: row.exportId })
        .set({ leaseBy: randomUUID(), leaseUntil: Date.now() + lease, state: "working", updatedAt: now() })
        .add({ faults: 1 })
        .where((on, { eq, lt, notExists }) => {
          const free = `(${notExists(on.leaseUntil)} OR ${lt(on.leaseUntil, Date.now())})`
          return `${eq(on.state, "working")} AND ${free}`
        })
        .go({ response: "all_new" }),
    )
    if (mine) return mine.data as ExportRow
  }
  return undefined
}

/** Somebody else works on it, or it was taken away: whoever finds out stops. */
class Lost extends Error {}

/** Changes an archive that is held here. @throws Lost when it is not held any more */
async function change({ userId, exportId, leaseBy = "" }: ExportRow, changes: Changes): Promise<void> {
  const held = await unlessRefused(
    table()
      .export.patch({ userId, exportId })
      .set({ state: "working", ...changes, updatedAt: now() })
      .where((on, { eq }) => eq(on.leaseBy, leaseBy))
      .go(),
  )
  if (!held) throw new Lost("the archive is somebody else's")
}

/** One step: what goes into it, or one of its parts. It is let go afterwards, so that others have their turn. */
async function step(row: ExportRow): Promise<void> {
  if (row.faults > triesAtMost) throw new Error("every run was cut off")
  const plan = row.parts === undefined ? undefined : await readPlan(row)
  if (!plan) return begin(row)
  const part = nextPart(row, plan.parts)
  if (part === undefined) return finish(row)
  let told = Date.now()
  const built = await buildPart(row, plan, part, async (bytesNow) => {
    if (Date.now() - told < 2000) return
    told = Date.now()
    await change(row, { bytesNow, leaseUntil: Date.now() + lease })
  })
  const { byteLength, sha256, photos } = built
  const made = [...row.made, { number: part, byteLength, sha256, photos }]
  const problems = (row.problems ?? 0) + built.problems
  if (made.length === plan.parts) return finish({ ...row, made, problems })
  await change(row, { made, problems, bytesNow: 0, faults: 0, leaseUntil: 0 })
}

/** From the last to the first, which tells of all the others. */
function nextPart({ made }: ExportRow, parts: number): number | undefined {
  const done = new Set(made.map(({ number }) => number))
  return Array.from({ length: parts }, (_, at) => parts - at).find((part) => !done.has(part))
}

/** Keeps an archive while something is done for it that says nothing of how far it is. */
async function keeping<T>(row: ExportRow, work: () => Promise<T>): Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  const keep = () => change(row, { leaseUntil: Date.now() + lease })
  const timer = setInterval(() => {
    // Whether it is still held is seen with the next change.
    last = keep().catch(() => undefined)
  }, lease / 4)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await last
  }
}

async function begin(row: ExportRow): Promise<void> {
  const gathered = await keeping(row, () => gather(row.userId))
  if (!gathered)
    return void (await table().export.delete({ userId: row.userId, exportId: row.exportId }).go())
  const plan = planOf(gathered, now())
  // Whoever lost it meanwhile does not write over the plan that another goes by.
  await change(row, { leaseUntil: Date.now() + lease })
  await keeping(row, () => writePlan(row, plan))
  const bytes = plan.files.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const known = { parts: plan.parts, photos: plan.files.length, bytes }
  await change(row, { ...known, made: [], problems: 0, faults: 0, leaseUntil: 0 })
}

async function finish(row: ExportRow): Promise<void> {
  const made = [...row.made].sort((a, b) => a.number - b.number)
  const end = { state: "ready", readyAt: now(), expires: epoch(kept), bytesNow: 0, leaseUntil: 0 } as const
  await change(row, { made, problems: row.problems ?? 0, faults: 0, ...end })
  log.info("archive ready", { user_id: row.userId, parts: made.length, photos: row.photos ?? 0 })
}

/** Who took an archive away while it was written removed its files before the last of them was there. */
async function afterLoss({ userId, exportId }: ExportRow) {
  const { data } = await table().export.get({ userId, exportId }).go({ consistent: true })
  if (!data) await eraseExport({ userId, exportId })
}

/** @returns whether it is a fault: to have lost the archive to somebody else is none */
async function noteFault(row: ExportRow, error: Error): Promise<boolean> {
  if (error instanceof Lost) {
    await afterLoss(row)
    return false
  }
  const { faults } = row
  log.error("archive step failed", { user_id: row.userId, faults, error })
  const over = faults >= triesAtMost ? ({ state: "failed", expires: epoch(kept) } as const) : {}
  // After a pause that grows: what is away may come back.
  const pause = { leaseUntil: Date.now() + 2 ** faults * 15_000 }
  await change(row, { faults, ...pause, ...over }).catch((lost) => {
    if (!(lost instanceof Lost)) throw lost
  })
  return true
}
