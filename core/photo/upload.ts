import type { z } from "zod"
import { requireUser, type UserActor } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { measure } from "../metrics"
import { operation } from "../operation"
import { refused, transact } from "../table"
import { days, epoch, now } from "../time"
import { copyInto, keepUnused, knownPhoto } from "./duplicate"
import { isInParts } from "./parts"
import { beginParts, type Sent, sendingOf } from "./sending"
import { acceptedTypes, StartUpload, type UploadView } from "./upload.schema"

/**
 * Begins an upload: a row that awaits its bytes, and how to send them, in one piece or in parts; storage accepts no
 * others. A file that this person already has is not sent again.
 * @throws AppError `unsupported`, `too_large`, `unprocessable` (empty), `rate_limited` (too fast, or the day's quota)
 */
export const startUpload = operation(
  StartUpload,
  async (actor, file): Promise<UploadView> => {
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
    if (known && (await keepUnused(known))) return { photoId: known.photoId, duplicate: true }
    const photo = await begin(user, file)
    const { photoId } = photo
    if (known && (await copyInto(photoId, known))) return { photoId, duplicate: true }
    if (isInParts(file.byteLength)) await beginParts(photo)
    return { photoId, upload: await sendingOf(photo) }
  },
  "upload",
)

/** Writes the row and counts it for the day. Before anything is stored, so that no object is without a row. */
async function begin({ userId }: UserActor, file: z.output<typeof StartUpload>): Promise<Sent> {
  const { sha256, byteLength, contentType } = file
  const photo = { photoId: newId("photo"), userId, sha256, byteLength, contentType }
  const { limits } = config.settings
  const at = now()
  const codes = await transact((t) => [
    t.photo.create({ ...photo, state: "awaiting", createdAt: at, updatedAt: at }).commit(),
    t.quota
      .upsert({ userId, day: at.slice(0, 10), expires: epoch(days(3)) })
      .add({ photos: 1, bytes: byteLength })
      .where(
        ({ photos, bytes }, { notExists, lt, lte }) =>
          `${notExists(photos)} OR (${lt(photos, limits.photosPerDay)} AND ${lte(bytes, limits.bytesPerDay - byteLength)})`,
      )
      .commit(),
  ])
  if (codes?.[1] === refused)
    throw new AppError("rate_limited", { reason: "quota", retryAfter: untilMidnight() })
  measure("Uploads")
  return photo
}

/** Seconds until the day's quota begins anew, at midnight UTC. */
const untilMidnight = () => days(1) - (epoch() % days(1))
