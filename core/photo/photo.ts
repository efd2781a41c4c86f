import type { EntityItem } from "electrodb"
import { type Actor, requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Storage } from "../storage"
import { batch, table, unlessRefused } from "../table"
import { now } from "../time"
import { ownsPhoto } from "./photo.access"
import type { PhotoEntity } from "./photo.entity"
import { PhotoInput, type PhotoReason, type PhotoView } from "./photo.schema"
import { type Picture, pictureView } from "./picture"
import { target } from "./sending"

export { knownPhoto } from "./duplicate"
export {
  avatarErasure,
  draftErasure,
  erase,
  eraseObjects,
  eraseTraces,
  eraseUnpublished,
  postErasure,
} from "./erase"
export { eraseBy, eraseKeptOf } from "./erase-by"
export {
  editionOf,
  expose,
  type Picture,
  pictureView,
  publicKeys,
  sharesAddress,
  smallVariantNames,
  smallVariants,
  variantNames,
  withdraw,
  withdrawSmall,
} from "./picture"
export { released, shutAway } from "./shut-away"
export { takeIn } from "./take-in"
export { startGuestUpload, startUpload } from "./upload"
export { completeUpload, signParts, uploadProgress } from "./upload-parts"

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
export const retry = operation(
  PhotoInput,
  async (actor, { photoId }): Promise<PhotoView> => {
    const photo = await own(actor, photoId)
    if (photo.state !== "failed") throw new AppError("conflict", { reason: "photo_not_failed" })
    const { bucket, key } = target(photo)
    // Storage announces the object again, and processing begins as for any other. First, so that a photo that awaits
    // is never without its event.
    await Storage.copy(bucket, key, key).catch((error) => {
      throw Storage.isMissing(error) ? new AppError("gone", { reason: "original_gone" }) : error
    })
    const waiting = table()
      .photo.patch({ photoId })
      .set({ state: "awaiting", updatedAt: now() })
      .remove(["reason"])
      .where(({ state }, { eq }) => eq(state, "failed"))
    await unlessRefused(waiting.go())
    return view(await own(actor, photoId))
  },
  "upload",
)

/** @returns the rows of photos that exist, in no order; strongly consistent */
export async function rows(photoIds: readonly string[]): Promise<PhotoRow[]> {
  const keys = photoIds.map((photoId) => ({ photoId }))
  return batch(keys, (left) => table().photo.get(left).go({ consistent: true }))
}

/** The photo as a picture, once it is ready. */
export function pictureOf(photo: PhotoRow): Picture | undefined {
  const { photoId, width, height, color, thumbhash, version, edition } = photo
  if (photo.state !== "ready" || !width || !height || !color || !thumbhash) return undefined
  const picture = { photoId, width, height, color, thumbhash, version, public: photo.public }
  return edition === undefined ? picture : { ...picture, edition }
}

/** Whether a photo is in no post, no draft, beside no name and in no queue, and so can be used. */
export const isUnused = ({ postId, draftId, avatar, guest }: PhotoRow) =>
  !(postId || draftId || avatar || guest)

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
