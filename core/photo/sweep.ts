import { Draft } from "../draft"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { days, minutes, now } from "../time"
import { eraseUnpublished, type PhotoRow } from "./photo"
import type { PhotoReason } from "./photo.schema"
import { target } from "./sending"
import { eachApart } from "./sweep-apart"
import { sweepParts } from "./sweep-parts"
import { joinUpload } from "./upload-parts"

/** How long nobody has to go on with a post until we see ourselves whether it is whole, in seconds. */
const pause = minutes(10)
/** How long nobody has to do anything with a photo until it counts as abandoned, in seconds. */
const patience = days(1)
/** How long a guest's photo waits for somebody to decide about it, in seconds. */
const guestPatience = days(90)
/** A photo in a draft that is older than this was seen by many runs: it stays for a reason. In seconds. */
const oldest = days(7)

const states = ["awaiting", "processing", "failed", "ready"] as const
type State = (typeof states)[number]
type Window = { from?: string; to: string; held: boolean; guests?: boolean }

/**
 * What a run did: photos that nobody wants erased, photos of drafts failed, uploads in parts joined and aborted, and
 * how often it could not do what it should; `more` says that some may be left.
 */
export type Swept = Record<"erased" | "failed" | "joined" | "aborted" | "faults", number> & { more: boolean }

/**
 * Removes what was abandoned a day ago: photos that are in no post and no draft, with all their traces, and uploads
 * in parts that no photo waits for. A photo in a draft whose bytes never came fails, so that its owner can remove it;
 * one whose parts all came is joined, and a draft that is complete is published, when whoever should have done it was
 * cut off. Whatever somebody takes up in the same moment stays. Safe to repeat, and to be cut off anywhere.
 * @param at when this is, in milliseconds
 * @param most photos of each state that one run looks at
 */
export async function sweepUploads(at = Date.now(), most = 500): Promise<Swept> {
  const ago = (seconds: number) => new Date(at - seconds * 1000).toISOString()
  const swept = { erased: 0, failed: 0, joined: 0, aborted: 0, faults: 0, more: false }
  const over = async (state: State, window: Window, work: (photo: PhotoRow) => Promise<Outcome>) => {
    let left = most
    for await (const page of photosOf(state, window)) {
      const { done, faults } = await eachApart(page.slice(0, left), work)
      for (const outcome of done) if (outcome) swept[outcome]++
      swept.faults += faults
      left -= page.length
      // What is held may be looked at in vain; then coming back at once would find the same.
      if (left <= 0) swept.more ||= !window.held
      if (left <= 0) return
    }
  }
  for (const state of states) await over(state, { to: ago(patience), held: false }, erase)
  await over("ready", { to: ago(guestPatience), held: false, guests: true }, erase)
  const holds = holdings()
  const window = { from: ago(oldest), to: ago(patience), held: true }
  for (const state of states) await over(state, window, async (photo) => release(photo, await holds(photo)))
  const parts = await sweepParts(ago(patience), most)
  for (const state of ["awaiting", "ready"] as const)
    await over(state, { from: ago(patience), to: ago(pause), held: true }, goOn)
  return {
    ...swept,
    aborted: parts.aborted,
    faults: swept.faults + parts.faults,
    more: swept.more || parts.more,
  }
}

type Outcome = "erased" | "failed" | "joined" | undefined

/** Photos of one state whose last activity is in a window, in a draft or in none; oldest first, a page at a time. */
async function* photosOf(
  state: State,
  { from = "", to, held, guests = state !== "ready" }: Window,
): AsyncGenerator<PhotoRow[]> {
  let cursor: string | null = null
  do {
    const page: { data: PhotoRow[]; cursor: string | null } = await table()
      .photo.query.byState({ state })
      .between({ updatedAt: from }, { updatedAt: to })
      .where(({ draftId, guest }, { exists, notExists }) => {
        const inDraft = held ? exists(draftId) : notExists(draftId)
        return guests ? inDraft : `${inDraft} AND ${notExists(guest)}`
      })
      .go({ limit: 25, cursor })
    if (page.data.length > 0) yield page.data
    cursor = page.cursor
  } while (cursor)
}

const erase = async (photo: PhotoRow): Promise<Outcome> =>
  (await eraseUnpublished(photo)) ? "erased" : undefined

/** Tells whether a photo's draft still holds it, reading each draft once. */
function holdings() {
  const drafts = new Map<string, ReturnType<typeof Draft.row>>()
  return async ({ photoId, draftId = "" }: PhotoRow) => {
    const draft = drafts.get(draftId) ?? Draft.row(draftId)
    drafts.set(draftId, draft)
    return (await draft)?.photos.some((photo) => photo.photoId === photoId) ?? false
  }
}

/** A draft that does not hold a photo (any more) is one that it was taken out of by somebody who was cut off then. */
async function release(photo: PhotoRow, held: boolean): Promise<Outcome> {
  if (!held) return erase(photo)
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

/** Does the next step of a photo in a draft, if nothing but that is missing. */
async function goOn(photo: PhotoRow): Promise<Outcome> {
  if (photo.state === "awaiting") return photo.uploadId && (await joinUpload(photo)) ? "joined" : undefined
  if (photo.draftId) await Draft.photoReady(photo.draftId)
  return undefined
}
