import type { z } from "zod"
import { requireUser } from "../actor"
import { Blocklist } from "../blocklist"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { measure } from "../metrics"
import { operation } from "../operation"
import { type Entities, refused, transact } from "../table"
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
    await refuseUnfit(file)
    const known = await knownPhoto(user.userId, file)
    if (known && (await keepUnused(known))) return { photoId: known.photoId, duplicate: true }
    const photo = await begin({ userId: user.userId }, file)
    const { photoId } = photo
    if (known && (await copyInto(photoId, known))) return { photoId, duplicate: true }
    if (isInParts(file.byteLength)) await beginParts(photo)
    return { photoId, upload: await sendingOf(photo) }
  },
  "upload",
)

type File = z.output<typeof StartUpload>
type Also = (t: Entities, photoId: string) => ReturnType<Parameters<typeof transact>[0]>

/**
 * The same for a guest of an album: the photo is its owner's. What the owner has already is not told.
 * @param also what is written with it
 * @throws AppError as `startUpload`
 */
export async function startGuestUpload(
  ownerId: string,
  file: File,
  guest: { name: string; shareId: string; albumId: string },
  also: Also,
): Promise<UploadView> {
  await limit(["upload", ownerId], config.settings.limits.uploadsPerMinute, 60)
  await refuseUnfit(file)
  const photo = await begin({ userId: ownerId, guest }, file, also)
  if (isInParts(file.byteLength)) await beginParts(photo)
  return { photoId: photo.photoId, upload: await sendingOf(photo) }
}

async function refuseUnfit({ contentType, byteLength, sha256 }: File): Promise<void> {
  const { photoBytes } = config.settings.limits
  if (!(acceptedTypes as readonly string[]).includes(contentType)) {
    throw new AppError("unsupported", { reason: "photo_unsupported" })
  }
  if (byteLength === 0) throw new AppError("unprocessable", { reason: "empty" })
  if (byteLength > photoBytes) {
    const megabytes = Math.floor(photoBytes / 1024 / 1024)
    throw new AppError("too_large", { reason: "photo_too_large", params: { megabytes } })
  }
  if (await Blocklist.isBlocked(sha256)) throw new AppError("unprocessable", { reason: "content_blocked" })
}

type Owner = { userId: string; guest?: { name: string; shareId: string; albumId: string } }

/** Writes the row and counts it for the day. Before anything is stored, so that no object is without a row. */
async function begin({ userId, guest }: Owner, file: File, also: Also = () => []): Promise<Sent> {
  const { sha256, byteLength, contentType } = file
  const photo = { photoId: newId("photo"), userId, sha256, byteLength, contentType }
  const { limits } = config.settings
  const at = now()
  const codes = await transact((t) => [
    t.photo
      .create({ ...photo, ...(guest ? { guest } : {}), state: "awaiting", createdAt: at, updatedAt: at })
      .commit(),
    t.quota
      .upsert({ userId, day: at.slice(0, 10), expires: epoch(days(3)) })
      .add({ photos: 1, bytes: byteLength })
      .where(
        ({ photos, bytes }, { notExists, lt, lte }) =>
          `${notExists(photos)} OR (${lt(photos, limits.photosPerDay)} AND ${lte(bytes, limits.bytesPerDay - byteLength)})`,
      )
      .commit(),
    ...also(t, photo.photoId),
  ])
  if (codes?.[1] === refused)
    throw new AppError("rate_limited", { reason: "quota", retryAfter: untilMidnight() })
  measure("Uploads")
  return photo
}

/** Seconds until the day's quota begins anew, at midnight UTC. */
const untilMidnight = () => days(1) - (epoch() % days(1))
