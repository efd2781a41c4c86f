import { Draft } from "../draft"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { days, minutes, now } from "../time"
import { eraseUnpublished, type PhotoRow } from "./photo"
import type { PhotoReason } from "./photo.schema"
import { target } from "./sending"
import { sweepParts } from "./sweep-parts"
import { joinUpload } from "./upload-parts"

/** How long nobody has to go on with an upload in parts until we see ourselves whether it is whole, in seconds. */
const pause = minutes(10)
/** How long nobody has to do anything with a photo until it counts as abandoned, in seconds. */
const patience = days(1)
/** What is older than this was seen by many runs: it stays for a reason. In seconds. */
const oldest = days(7)
const states = ["awaiting", "processing", "failed", "ready"] as const

type State = (typeof states)[number]
type Window = { from: string; to: string }
/** How many photos nobody wants were erased, and how many in drafts failed; `more` says that some may be left. */
type SweptPhotos = { erased: number; failed: number; more: boolean }
/** With how many uploads in parts were joined, and how many aborted. */
export type Swept = SweptPhotos & { joined: number; aborted: number }

/**
 * Removes what was abandoned a day ago: photos that are in no post and no draft, with all their traces, and uploads
 * in parts that no photo waits for. A photo in a draft whose bytes never came fails, so that its owner can remove it;
 * one whose parts all came is joined. Whatever somebody takes up in the same moment stays. Safe to repeat, and to be
 * cut off anywhere.
 * @param at when this is, in milliseconds
 * @param most of each kind that one run sweeps
 */
export async function sweepUploads(at = Date.now(), most = 500): Promise<Swept> {
  const ago = (seconds: number) => new Date(at - seconds * 1000).toISOString()
  const joined = await joinWhole({ from: ago(patience), to: ago(pause) }, most)
  const swept = { erased: 0, failed: 0, more: false }
  for (const state of states) {
    const left = most - swept.erased - swept.failed
    const some = await sweepState(state, { from: ago(oldest), to: ago(patience) }, left)
    swept.erased += some.erased
    swept.failed += some.failed
    swept.more ||= some.more
  }
  const parts = await sweepParts(ago(patience), most)
  return { ...swept, joined, aborted: parts.aborted, more: swept.more || parts.more }
}

/**
 * Joins uploads whose parts are all there and that belong to a draft: a page that was closed after its last byte, and
 * before it could say so, holds up no post.
 * @returns how many
 */
async function joinWhole(window: Window, most: number): Promise<number> {
  let joined = 0
  for await (const page of photosOf("awaiting", window)) {
    const left = page.filter(({ draftId, uploadId }) => draftId && uploadId)
    joined += (await Promise.all(left.map(joinUpload))).filter(Boolean).length
    if (joined >= most) break
  }
  return joined
}

/** Photos of one state whose last activity is in a window, oldest first, a page at a time. */
async function* photosOf(state: State, { from, to }: Window, pageSize = 25): AsyncGenerator<PhotoRow[]> {
  let cursor: string | null = null
  do {
    const page: { data: PhotoRow[]; cursor: string | null } = await table()
      .photo.query.byState({ state })
      .between({ updatedAt: from }, { updatedAt: to })
      .go({ limit: pageSize, cursor })
    yield page.data
    cursor = page.cursor
  } while (cursor)
}

/** Sweeps the photos of one state, oldest first. */
async function sweepState(state: State, window: Window, most: number): Promise<SweptPhotos> {
  const swept = { erased: 0, failed: 0, more: false }
  for await (const page of photosOf(state, window)) {
    const left = most - swept.erased - swept.failed
    if (page.length > 0 && left <= 0) return { ...swept, more: true }
    for (const outcome of await Promise.all(page.slice(0, left).map(sweep))) if (outcome) swept[outcome]++
    if (page.length > left) return { ...swept, more: true }
  }
  return swept
}

/** @returns what became of it; nothing when it waits for its owner, or somebody took it up meanwhile */
async function sweep(photo: PhotoRow): Promise<"erased" | "failed" | undefined> {
  const draft = photo.draftId ? await Draft.row(photo.draftId) : undefined
  // A draft that does not hold it (any more) is one that it was taken out of by somebody who was cut off then.
  const isInDraft = draft?.photos.some(({ photoId }) => photoId === photo.photoId)
  if (!isInDraft) return (await eraseUnpublished(photo)) ? "erased" : undefined
  if (photo.state === "failed" || photo.state === "ready") return undefined
  return (await fail(photo)) ? "failed" : undefined
}

async function fail(photo: PhotoRow): Promise<boolean> {
  const { bucket, key } = target(photo)
  // Where the bytes are there after all, its owner can try again.
  const reason: PhotoReason = (await Storage.exists(bucket, key)) ? "internal" : "never_arrived"
  const failed = table()
    .photo.patch({ photoId: photo.photoId })
    .set({ state: "failed", reason, updatedAt: now() })
    .remove(["leaseBy", "leaseUntil"])
    .where((row, { eq }) => `${eq(row.state, photo.state)} AND ${eq(row.updatedAt, photo.updatedAt)}`)
  return (await unlessRefused(failed.go())) !== undefined
}
