import { createHash } from "node:crypto"
import { config } from "../config"
import { measure } from "../metrics"
import { Storage } from "../storage"
import { refused, transact } from "../table"
import { days, epoch, now } from "../time"
import { rows } from "./photo"
import { target } from "./sending"

/** A photo out of an archive. Its id derives from where it comes from, so that it is taken in once. */
export type Found = { userId: string; photoId: string; bytes: Buffer; contentType: string }

/**
 * Takes in a photo that the product has the bytes of: as if its owner had uploaded it, but on a quota of its own. May be
 * called again after it was cut off.
 * @returns false when the day's quota is used up
 */
export async function takeIn({ userId, photoId, bytes, contentType }: Found): Promise<boolean> {
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const at = now()
  const { importPhotosPerDay: mostPhotos, importBytesPerDay: mostBytes } = config.settings.limits
  const photo = { photoId, userId, sha256, byteLength: bytes.length, contentType }
  const codes = await transact((t) => [
    t.photo.create({ ...photo, state: "awaiting", createdAt: at, updatedAt: at }).commit(),
    t.quota
      .upsert({ userId, day: `${at.slice(0, 10)}#IMPORT`, expires: epoch(days(3)) })
      .add({ photos: 1, bytes: bytes.length })
      .where(
        ({ photos, bytes: sum }, { notExists, lt, lte }) =>
          `${notExists(photos)} OR (${lt(photos, mostPhotos)} AND ${lte(sum, mostBytes - bytes.length)})`,
      )
      .commit(),
  ])
  if (codes?.[0] === refused) {
    const [known] = await rows([photoId])
    if (known?.state !== "awaiting") return true
  } else if (codes) return false
  else measure("Uploads")
  const { bucket, key } = target(photo)
  await Storage.put(bucket, key, bytes, contentType)
  return true
}
