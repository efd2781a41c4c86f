import { config } from "../config"
import { Storage } from "../storage"
import { type Entities, table, transact, unlessRefused } from "../table"
import { days, epoch } from "../time"
import { isInParts } from "./parts"
import type { PhotoRow } from "./photo"
import { target } from "./sending"

/**
 * Removes the row of a photo, if that is still in the post, or in none, as it was read; the rest follows from the
 * stream. A note stays for a day, so that an upload or an event that comes late cleans up after itself.
 * @returns whether this call removed it
 */
export async function erase({ photoId, postId }: Pick<PhotoRow, "photoId" | "postId">): Promise<boolean> {
  const codes = await transact((t) => [
    t.photo
      .remove({ photoId })
      .where((photo, { eq, notExists }) => {
        const same = postId ? eq(photo.postId, postId) : notExists(photo.postId)
        return `${same} AND ${notExists(photo.avatar)}`
      })
      .commit(),
    noteOf(t, photoId),
  ])
  return codes === undefined
}

/** Removes the row of a photo, as `erase` does, if nothing uses it and nothing happened to it since it was read. */
export async function eraseUnpublished({ photoId, draftId, updatedAt }: PhotoRow): Promise<boolean> {
  const codes = await transact((t) => [
    t.photo
      .remove({ photoId })
      .where((photo, { eq, notExists }) => {
        const sameDraft = draftId ? eq(photo.draftId, draftId) : notExists(photo.draftId)
        const unused = `${notExists(photo.postId)} AND ${notExists(photo.avatar)}`
        return `${unused} AND ${sameDraft} AND ${eq(photo.updatedAt, updatedAt)}`
      })
      .commit(),
    noteOf(t, photoId),
  ])
  return codes === undefined
}

/** The writes that remove a photo which no longer stands beside its owner's name, for the transaction that says so. */
export const avatarErasure = (t: Entities, photoId: string) => [
  t.photo.delete({ photoId }).commit(),
  noteOf(t, photoId),
]

/** The writes that remove a photo which a post no longer shows, for the transaction that says so. */
export const postErasure = (t: Entities, photoId: string, postId: string) => [
  t.photo
    .remove({ photoId })
    .where((photo, { eq }) => eq(photo.postId, postId))
    .commit(),
  noteOf(t, photoId),
]

/** The writes that remove a photo which a draft no longer holds, for the transaction that says so. */
export const draftErasure = (t: Entities, photoId: string, draftId: string) => [
  t.photo
    .remove({ photoId })
    .where((photo, { eq, notExists }) => `${eq(photo.draftId, draftId)} AND ${notExists(photo.postId)}`)
    .commit(),
  noteOf(t, photoId),
]

const noteOf = (t: Entities, photoId: string) =>
  t.photoGone.put({ photoId, expires: epoch(days(1)) }).commit()

/** Removes what a photo leaves whose row is gone: its parts and objects, and that its bytes are known. */
export async function eraseTraces(
  photo: Pick<PhotoRow, "photoId" | "userId" | "sha256" | "byteLength">,
): Promise<void> {
  const { photoId, userId, sha256 } = photo
  const hash = table().photoHash.delete({ userId, sha256 })
  const { bucket, key } = target(photo)
  // Before the objects: parts may be joined to one until then.
  if (isInParts(photo.byteLength)) await Storage.abortAll(bucket, key)
  await Promise.all([
    eraseObjects(photoId, userId),
    unlessRefused(hash.where((row, { eq }) => eq(row.photoId, photoId)).go()),
  ])
}

/** Removes every object of a photo that no longer exists. */
export async function eraseObjects(photoId: string, userId: string): Promise<void> {
  const original = (kind: "incoming" | "kept") => Storage.originalKey({ kind, userId, photoId })
  await Promise.all([
    Storage.removeAll(config.mediaBucket, Storage.variantPrefix("public", photoId)),
    Storage.removeAll(config.mediaBucket, Storage.variantPrefix("private", photoId)),
    Storage.removeAll(config.originalsBucket, original("incoming")),
    Storage.removeAll(config.originalsBucket, original("kept")),
  ])
}
