import { requireUser, type UserActor } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Storage } from "../storage"
import { refused, transact } from "../table"
import { days, epoch, now } from "../time"
import { copyInto, knownPhoto } from "./duplicate"
import { acceptedTypes, StartUpload, type UploadView } from "./upload.schema"

/**
 * Begins an upload: a row that awaits its bytes, and a signed form that storage accepts them with, and no others.
 * A file that this person already has is not sent again.
 * @throws AppError `unsupported`, `too_large`, `unprocessable` (empty), `rate_limited` (too fast, or the day's quota)
 */
export const startUpload = operation(StartUpload, async (actor, file): Promise<UploadView> => {
  const user = requireUser(actor)
  const { limits } = config.settings
  await limit(["upload", user.userId], limits.uploadsPerMinute, 60)
  if (!(acceptedTypes as readonly string[]).includes(file.contentType)) {
    throw new AppError("unsupported", { reason: "photo_unsupported" })
  }
  if (file.byteLength === 0) throw new AppError("unprocessable", { reason: "empty" })
  if (file.byteLength > limits.photoBytes) {
    const megabytes = Math.floor(limits.photoBytes / 1024 / 1024)
    throw new AppError("too_large", { reason: "photo_too_large", params: { megabytes } })
  }
  const known = await knownPhoto(user.userId, file)
  if (known && !known.postId && !known.draftId) return { photoId: known.photoId, duplicate: true }
  const photoId = await begin(user, file)
  if (known && (await copyInto(photoId, known))) return { photoId, duplicate: true }
  const key = Storage.originalKey({ kind: "incoming", userId: user.userId, photoId })
  const upload = await Storage.signUpload({ bucket: config.originalsBucket, key, ...file })
  return { photoId, upload: { kind: "post", ...upload } }
})

/** Writes the row and counts it for the day. Before anything is stored, so that no object is without a row. */
async function begin({ userId }: UserActor, file: { byteLength: number; sha256: string }): Promise<string> {
  const photoId = newId("photo")
  const { limits } = config.settings
  const at = now()
  const codes = await transact((t) => [
    t.photo
      .create({
        photoId,
        userId,
        state: "awaiting",
        sha256: file.sha256,
        byteLength: file.byteLength,
        createdAt: at,
        updatedAt: at,
      })
      .commit(),
    t.quota
      .upsert({ userId, day: at.slice(0, 10), expires: epoch(days(3)) })
      .add({ photos: 1, bytes: file.byteLength })
      .where(
        ({ photos, bytes }, { notExists, lt, lte }) =>
          `${notExists(photos)} OR (${lt(photos, limits.photosPerDay)} AND ${lte(bytes, limits.bytesPerDay - file.byteLength)})`,
      )
      .commit(),
  ])
  if (codes?.[1] === refused)
    throw new AppError("rate_limited", { reason: "quota", retryAfter: untilMidnight() })
  return photoId
}

/** Seconds until the day's quota begins anew, at midnight UTC. */
const untilMidnight = () => days(1) - (epoch() % days(1))
