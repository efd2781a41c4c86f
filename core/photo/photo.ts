import type { EntityItem } from "electrodb"
import { type Actor, requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { operation } from "../operation"
import { Storage } from "../storage"
import { table, transact } from "../table"
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
  if ((await Storage.sizeOf(config.originalsBucket, key)) === undefined) {
    throw new AppError("gone", { reason: "original_gone" })
  }
  const { data } = await table()
    .photo.patch({ photoId })
    .set({ state: "awaiting", updatedAt: now() })
    .remove(["reason", "leaseBy", "leaseUntil"])
    .go({ response: "all_new" })
  // Storage announces the object again, and processing begins as for any other.
  await Storage.copy(config.originalsBucket, key, key)
  return view(data as PhotoRow)
})

/** @returns the rows of photos that exist, in no order; strongly consistent */
export async function rows(photoIds: readonly string[]): Promise<PhotoRow[]> {
  const { data } = await table()
    .photo.get(photoIds.map((photoId) => ({ photoId })))
    .go({ consistent: true })
  return data
}

/**
 * Removes the rows of a photo; its objects follow from the stream. An unfinished one leaves a note for a day,
 * so that an upload that is still under way cleans up after itself. Twice is as good as once.
 */
export async function erase(photo: Pick<PhotoRow, "photoId" | "userId" | "sha256" | "state">): Promise<void> {
  const { photoId, userId, sha256, state } = photo
  await transact((t) => [
    t.photo.remove({ photoId }).commit(),
    ...(state === "ready" ? [] : [t.photoGone.put({ photoId, expires: epoch(days(1)) }).commit()]),
  ])
  const { data: hash } = await table().photoHash.get({ userId, sha256 }).go({ consistent: true })
  if (hash?.photoId === photoId) await table().photoHash.delete({ userId, sha256 }).go()
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
    ...(photo.animated ? { animated: true } : {}),
  }
}
