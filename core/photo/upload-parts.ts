import { requireUser } from "../actor"
import { config } from "../config"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { Storage } from "../storage"
import { later } from "../time"
import { areWhole, isInParts, partCount, partLength } from "./parts"
import { get, own, type PhotoRow, rows } from "./photo"
import type { PhotoView } from "./photo.schema"
import { awaitAgain, beginParts, openUploadOf, sendingOf, target, touch } from "./sending"
import { type SignedParts, SignParts, UploadInput, type UploadProgress } from "./upload.schema"

/**
 * How far the upload of one's own photo is, and how to go on with it: also after a day, on another page, or when
 * storage has forgotten it. Whoever asks has not abandoned it.
 * @throws AppError `not_found`, `rate_limited`
 */
export const uploadProgress = operation(UploadInput, async (actor, { photoId }): Promise<UploadProgress> => {
  await limitCalls(requireUser(actor).userId)
  for (;;) {
    const photo = await own(actor, photoId)
    if (photo.reason === "never_arrived") {
      await awaitAgain(photoId)
      continue
    }
    if (photo.state !== "awaiting" || !(await touch(photoId))) return { received: true }
    const open = openUploadOf(photo)
    const parts = open && (await Storage.storedParts(open))
    if (parts) {
      const arrived = parts.map(({ etag, ...part }) => part)
      return { received: false, upload: await sendingOf(photo), parts: arrived }
    }
    if (await hasArrived(photo)) return { received: true }
    // Refused, it is read again: another call began anew, or the photo arrived.
    if (!isInParts(photo.byteLength) || (await beginParts(photo))) {
      return { received: false, upload: await sendingOf(photo), parts: [] }
    }
  }
})

/**
 * Signs the sending of parts: each URL takes exactly that part's bytes.
 * @throws AppError `not_found`; `conflict` when the photo is not sent in parts, or no longer; `invalid` for a part
 * beyond its last; `rate_limited`
 */
export const signParts = operation(
  SignParts,
  async (actor, { photoId, parts }): Promise<SignedParts> => {
    await limitCalls(requireUser(actor).userId)
    const photo = await own(actor, photoId)
    const open = openUploadOf(photo)
    if (!open) throw new AppError("conflict", { reason: "not_in_parts" })
    const beyond = parts.findIndex(({ partNumber }) => partNumber > partCount(photo.byteLength))
    if (beyond >= 0) throw invalidField(`parts.${beyond}.partNumber`, "part_beyond")
    if (!(await touch(photoId))) throw new AppError("conflict", { reason: "not_in_parts" })
    const sign = async ({ partNumber, sha256 }: (typeof parts)[number]) => {
      const part = { partNumber, sha256, byteLength: partLength(photo.byteLength, partNumber) }
      return { partNumber, ...(await Storage.signPart(open, part, Storage.uploadSeconds)) }
    }
    return { parts: await Promise.all(parts.map(sign)), expiresAt: later(Storage.uploadSeconds) }
  },
  "upload",
)

/**
 * Joins the parts of one's own photo, once all are there; it is processed as any other then. Twice is as good as once.
 * @throws AppError `not_found`; `conflict` when the photo is not sent in parts; `unprocessable` when parts are missing
 * or too short; `rate_limited`
 */
export const completeUpload = operation(
  UploadInput,
  async (actor, { photoId }): Promise<PhotoView> => {
    await limitCalls(requireUser(actor).userId)
    const photo = await own(actor, photoId)
    if (photo.state === "awaiting") {
      if (!isInParts(photo.byteLength)) throw new AppError("conflict", { reason: "not_in_parts" })
      if (!(await joinUpload(photo))) throw new AppError("unprocessable", { reason: "parts_missing" })
    }
    return get(actor, { photoId })
  },
  "upload",
)

/** Joins the parts of a photo. @returns whether all its bytes are there, or were; not while parts are missing */
export async function joinUpload(photo: PhotoRow): Promise<boolean> {
  const open = openUploadOf(photo)
  const parts = open && (await Storage.storedParts(open))
  if (parts && !areWhole(parts, photo.byteLength)) return false
  if (parts && (await Storage.joinParts(open, parts))) return true
  // Joined before, or by another call in the same moment.
  return hasArrived(photo)
}

/** Whether all bytes are there, or were: the object goes when the photo is ready, so the row is asked after it. */
async function hasArrived(photo: PhotoRow): Promise<boolean> {
  const { bucket, key } = target(photo)
  if (await Storage.exists(bucket, key)) return true
  const [current] = await rows([photo.photoId])
  return current !== undefined && current.state !== "awaiting"
}

/** As many calls as the uploads of a minute can have parts. */
async function limitCalls(userId: string): Promise<void> {
  const { uploadsPerMinute, photoBytes } = config.settings.limits
  await limit(["upload-parts", userId], uploadsPerMinute * (partCount(photoBytes) + 2), 60)
}
