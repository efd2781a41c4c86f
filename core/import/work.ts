import { setTimeout as sleep } from "node:timers/promises"
import { Photo } from "../photo"
import { days, epoch } from "../time"
import type { PlannedPost } from "./adapter"
import { applyFact } from "./apply-fact"
import { readerOf } from "./archive"
import { type Begun, beginPost, leftOut, type Open } from "./begin-post"
import { endImport } from "./end"
import type { ImportRow } from "./import"
import { advance, release } from "./lease"
import { type Line, lines } from "./lines"
import { adapterOf, planOf } from "./plan"
import { isSettled, settlePost } from "./settle-post"

/** So many photos of an import are made at a time: others' uploads are not to wait behind a library of years. */
const mostAtOnce = 12
/** After so many runs that failed at an import, a minute apart, the thing that they failed at is left out. */
const mostTries = 10
/** Lines of the ledger that are written in one transaction. */
const mostLines = 50
/** Milliseconds between looks whether photos are ready. */
const pause = 500

/** What a run knows of an import beside its row. */
export type Job = {
  planned: (item: number) => Promise<Awaited<ReturnType<ReturnType<typeof planOf>>>>
  /** A post of the plan with what its adapter adds. */
  post: (item: number) => Promise<PlannedPost>
  archive: ReturnType<typeof readerOf>
}

function jobOf(row: ImportRow): Job {
  const [planned, adapter, archive] = [planOf(row), adapterOf(row), readerOf(row)]
  const posts = new Map<number, Promise<PlannedPost>>()
  const complete = async (item: number) => {
    const post = (await planned(item)) as PlannedPost
    return adapter.complete ? adapter.complete(post, archive) : post
  }
  const post = (item: number) => {
    const known = posts.get(item) ?? complete(item)
    posts.set(item, known)
    const [oldest] = posts.keys()
    if (posts.size > mostAtOnce * 2 && oldest !== undefined) posts.delete(oldest)
    return known
  }
  return { planned, post, archive }
}

/**
 * Takes up one item after another, and ends each when its photos are made, until a time. Everything that was done is
 * noted with what it did, so that whoever goes on after a crash does nothing twice.
 * @returns whether something is left that can be done now
 * @throws ArchiveFault, LeaseLost
 */
export async function workOff(row: ImportRow, until: number): Promise<boolean> {
  const job = jobOf(row)
  let now = (row.tries ?? 0) < mostTries ? row : await giveUpOne(row, job)
  for (;;) {
    const settled = await settleAll(now, job)
    now = settled.row
    const begun = await beginSome(now, job)
    now = begun.row
    if (openOf(now).length === 0) {
      if (begun.quota) {
        await untilTomorrow(now)
        return false
      }
      if ((now.next ?? 0) >= (now.items ?? 0)) {
        await endImport(now, "done")
        return false
      }
    }
    if (Date.now() >= until) {
      await release(now)
      return true
    }
    if (!settled.some && !begun.some) await sleep(Math.min(pause, Math.max(1, until - Date.now())))
  }
}

export const openOf = (row: ImportRow) => (row.open ?? []) as Open[]

async function settleAll(row: ImportRow, job: Job) {
  let now = row
  let some = false
  for (const open of openOf(row)) {
    const ids = open.photos.flatMap(({ photoId }) => photoId ?? [])
    const photos = await Photo.rows(ids)
    if (photos.length < ids.length) {
      // Swept away while the import paused: taken in once more.
      await beginPost(now, job, open.item)
      continue
    }
    if (!isSettled(photos)) continue
    const done = await settlePost(now, await job.post(open.item), open, photos)
    now = await noted(
      now,
      done,
      openOf(now).filter(({ item }) => item !== open.item),
    )
    some = true
  }
  return { row: now, some }
}

/** Takes up what is next, as long as there is room. */
async function beginSome(row: ImportRow, job: Job) {
  let now = row
  let some = false
  while ((now.next ?? 0) < (now.items ?? 0)) {
    const item = now.next ?? 0
    const open = openOf(now)
    const planned = await job.planned(item)
    if (planned.kind === "skip") {
      const skips = await skipsFrom(job, item, now.items ?? 0)
      now = await noted(now, skips, open, item + skips.length)
    } else if (planned.kind === "fact") {
      if (open.length > 0) break
      const done = await applyFact(now, planned, item)
      if (done === "quota") return { row: now, some, quota: true }
      now = await noted(now, [done], open, item + 1)
    } else {
      const busy = open.reduce((sum, { photos }) => sum + photos.length, 0)
      if (busy > 0 && busy + planned.photos.length > mostAtOnce) break
      const begun: Begun = await beginPost(now, job, item)
      if (begun === "quota") return { row: now, some, quota: true }
      now = Array.isArray(begun)
        ? await noted(now, begun, open, item + 1)
        : await advance(now, { open: [...open, begun], next: item + 1 })
    }
    some = true
  }
  return { row: now, some, quota: false }
}

/** The lines of what is left out, as long as nothing else comes between. */
async function skipsFrom(job: Job, first: number, end: number): Promise<Line[]> {
  const found: Line[] = []
  for (let item = first; item < end && found.length < mostLines; item++) {
    const planned = await job.planned(item)
    if (planned.kind !== "skip") break
    const { path, outcome = "skipped", reason } = planned
    found.push({ item, line: 0, path, outcome, reason })
  }
  return found
}

/** What fails again and again is left out, so that the rest comes in. */
async function giveUpOne(row: ImportRow, job: Job): Promise<ImportRow> {
  const [stuck, ...open] = openOf(row)
  const item = stuck?.item ?? row.next ?? 0
  if (item >= (row.items ?? 0)) return row
  const planned = await job.planned(item)
  const paths = planned.kind === "post" ? planned.photos.map(({ entry }) => entry.path) : [planned.path]
  const done = paths.map((path, line) => leftOut(item, line, path, "photo_failed"))
  return stuck ? noted(row, done, open) : noted(row, done, open, item + 1)
}

/** Notes what was done, with its lines of the ledger. */
function noted(
  row: ImportRow,
  done: readonly Line[],
  open: Open[],
  next = row.next ?? 0,
): Promise<ImportRow> {
  const { counts, puts } = lines(row, done)
  return advance(row, { open, next }, counts, puts)
}

/** The day's quota is used up: it goes on by itself just after midnight UTC. */
async function untilTomorrow(row: ImportRow): Promise<void> {
  const midnight = (Math.floor(epoch() / days(1)) + 1) * days(1)
  const at = new Date(midnight * 1000).toISOString()
  const paused = { ...row, at }
  await release(await advance(paused, { state: "paused", reason: "quota", queue: "LATER" }))
}
