import { config } from "../config"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import { isInParts, partCount } from "./parts"
import type { PhotoRow } from "./photo"
import { partBytes, type Upload } from "./upload.schema"

/** What has to be known of a photo to send its bytes. */
export type Sent = Pick<PhotoRow, "photoId" | "userId" | "sha256" | "byteLength" | "contentType" | "uploadId">

/** Where the bytes of a photo arrive. */
export const target = ({ userId, photoId }: Pick<Sent, "userId" | "photoId">) => ({
  bucket: config.originalsBucket,
  key: Storage.originalKey({ kind: "incoming", userId, photoId }),
})

/** How the bytes of a photo are to be sent: signed anew in one piece, or in parts. */
export async function sendingOf(photo: Sent): Promise<Upload> {
  const { byteLength, contentType, sha256 } = photo
  if (isInParts(byteLength)) {
    return { kind: "multipart", partSize: partBytes, parts: partCount(byteLength) }
  }
  const signed = await Storage.signUpload({ ...target(photo), contentType, byteLength, sha256 })
  return { kind: "post", ...signed }
}

/** The upload in parts that a photo's row names, if it names one. */
export const openUploadOf = (photo: Sent): Storage.OpenUpload | undefined =>
  photo.uploadId ? { ...target(photo), uploadId: photo.uploadId } : undefined

/**
 * Begins an upload in parts and puts it on the photo's row, in place of the one that is there.
 * @returns whether it did; not when the photo was deleted, arrived or got another upload meanwhile
 */
export async function beginParts(photo: Sent): Promise<boolean> {
  const { photoId, contentType, uploadId: before } = photo
  const { bucket, key } = target(photo)
  const uploadId = await Storage.openUpload(bucket, key, contentType)
  const written = await unlessRefused(
    table()
      .photo.patch({ photoId })
      .set({ uploadId, state: "awaiting", updatedAt: now() })
      .where((row, { eq, notExists }) => {
        const same = before ? eq(row.uploadId, before) : notExists(row.uploadId)
        return `${eq(row.state, "awaiting")} AND ${same}`
      })
      .go(),
  )
  if (!written) await Storage.abortUpload({ bucket, key, uploadId })
  return written !== undefined
}

/** Notes that somebody still sends a photo: it is not abandoned. @returns whether it still awaits its bytes */
export async function touch(photoId: string): Promise<boolean> {
  const sign = table()
    .photo.patch({ photoId })
    .set({ state: "awaiting", updatedAt: now() })
    .where(({ state }, { eq }) => eq(state, "awaiting"))
  return (await unlessRefused(sign.go())) !== undefined
}

/** Takes up a photo of a draft again that was given up because its bytes did not come. */
export async function awaitAgain(photoId: string): Promise<void> {
  const again = table()
    .photo.patch({ photoId })
    .set({ state: "awaiting", updatedAt: now() })
    .remove(["reason"])
    .where(({ state, reason }, { eq }) => `${eq(state, "failed")} AND ${eq(reason, "never_arrived")}`)
  await unlessRefused(again.go())
}
