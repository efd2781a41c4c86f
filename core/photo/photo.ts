import type { EntityItem } from "electrodb"
import { type Actor, requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { operation } from "../operation"
import { Storage } from "../storage"
import { batch, table, transact, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import { ownsPhoto } from "./photo.access"
import type { PhotoEntity } from "./photo.entity"
import { PhotoInput, type PhotoReason, type PhotoView } from "./photo.schema"
import { type Picture, pictureView } from "./picture"

export { type Picture, pictureView, variantNames } from "./picture"
export { startUpload } from "./upload"

export type PhotoRow = EntityItem<typeof PhotoEntity>

/** One's own photo: its state, and the picture once it is ready. @throws AppError `not_found` */
export const get = operation(
  PhotoInput,
  async (actor, { photoId }): Promise<PhotoView> => view(await own(actor, photoId)),
)

/**
 * Tries a failed photo again, from the bytes that arrived.
 * @throws AppError `not_found`; `conflict` when it did not fail; `gone` when its bytes are no longer there
 */
export const retry = operation(PhotoInput, async (actor, { photoId }): Promise<PhotoView> => {
  const photo = await own(actor, photoId)
  if (photo.state !== "failed") throw new AppError("conflict", { reason: "photo_not_failed" })
  const key = Storage.originalKey({ kind: "incoming", userId: photo.userId, photoId })
  // Storage announces the object again, and processing begins as for any other. First, so that a photo that awaits
  // is never without its event.
  await Storage.copy(config.originalsBucket, key, key).catch((error) => {
    throw Storage.isMissing(error) ? new AppError("gone", { reason: "original_gone" }) : error
  })
  const waiting = table()
    .photo.patch({ photoId })
    .set({ state: "awaiting", updatedAt: now() })
    .remove(["reason"])
    .where(({ state }, { eq }) => eq(state, "failed"))
  await unlessRefused(waiting.go())
  return view(await own(actor, photoId))
})

/** @returns the rows of photos that exist, in no order; strongly consistent */
export async function rows(photoIds: readonly string[]): Promise<PhotoRow[]> {
  const keys = photoIds.map((photoId) => ({ photoId }))
  return batch(keys, (left) => table().photo.get(left).go({ consistent: true }))
}

/**
 * Removes the row of a photo, if that is still in the post, or in none, as it was read; the rest follows from the
 * stream. A note stays for a day, so that an upload or an event that comes late cleans up after itself.
 * @returns whether this call removed it
 */
export async function erase({ photoId, postId }: Pick<PhotoRow, "photoId" | "postId">): Promise<boolean> {
  const codes = await transact((t) => [
    t.photo
      .remove({ photoId })
      .where((photo, { eq, notExists }) => (postId ? eq(photo.postId, postId) : notExists(photo.postId)))
      .commit(),
    t.photoGone.put({ photoId, expires: epoch(days(1)) }).commit(),
  ])
  return codes === undefined
}

/** Removes what a photo leaves whose row is gone: its objects, and that its bytes are known. */
export async function eraseTraces(photo: Pick<PhotoRow, "photoId" | "userId" | "sha256">): Promise<void> {
  const { photoId, userId, sha256 } = photo
  const hash = table().photoHash.delete({ userId, sha256 })
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

/** The photo as a picture, once it is ready. */
export function pictureOf(photo: PhotoRow): Picture | undefined {
  const { photoId, width, height, color, thumbhash, version } = photo
  if (photo.state !== "ready" || !width || !height || !color || !thumbhash) return undefined
  return { photoId, width, height, color, thumbhash, version, public: photo.public }
}

/** One's own photo. @throws AppError `not_found` */
export async function own(actor: Actor, photoId: string): Promise<PhotoRow> {
  requireUser(actor)
  const [photo] = await rows([photoId])
  if (!photo || !ownsPhoto(actor, photo)) throw new AppError("not_found")
  return photo
}

function view(photo: PhotoRow): PhotoView {
  const picture = pictureOf(photo)
  return {
    id: photo.photoId,
    state: photo.state,
    ...(photo.reason ? { reason: photo.reason as PhotoReason } : {}),
    ...(picture ? { picture: pictureView(picture) } : {}),
    ...(photo.camera ? { camera: photo.camera } : {}),
    ...(photo.receipt ? { receipt: photo.receipt } : {}),
    ...(photo.location ? { location: photo.location } : {}),
    ...(photo.animated ? { animated: true } : {}),
  }
}
