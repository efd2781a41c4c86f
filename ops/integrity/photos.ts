import { config } from "../../core/config"
import { Image } from "../../core/image"
import { Photo } from "../../core/photo"
import type { PhotoRow } from "../../core/photo/photo"
import { Storage } from "../../core/storage"
import type { Fault } from "./fault"

/** Whether a photo that is ready has its original, every variant, and copies at the CDN just when it is for everybody. */
export async function photoFaults(photoId: string): Promise<Fault[]> {
  const [row] = await Photo.rows([photoId])
  const picture = row && Photo.pictureOf(row)
  if (!row || !picture) return []
  const [original, masters, copies] = await Promise.all([
    Storage.exists(config.originalsBucket, originalOf(row)),
    Storage.keys(config.mediaBucket, Storage.variantPrefix("private", photoId)),
    Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId)),
  ])
  const faults: Fault[] = []
  if (!original) faults.push({ kind: "original_missing", what: photoId, found: "the original is not there" })
  const missing = masterKeys(picture).filter((key) => !masters.includes(key))
  if (missing.length > 0) {
    faults.push({
      kind: "variants_missing",
      what: photoId,
      found: `${missing.length} of ${masterKeys(picture).length} variants are not there`,
      ...(original && { remedy: "make them anew from the original", repair: () => rebuild(row, missing) }),
    })
  }
  const unseen = row.public ? Photo.publicKeys(picture).filter((key) => !copies.includes(key)) : []
  if (unseen.length > 0) {
    faults.push({
      kind: "copies_missing",
      what: photoId,
      found: `${unseen.length} copies are not where the CDN reads`,
      ...(missing.length === 0 && {
        remedy: "copy them again",
        repair: async () => {
          await Photo.expose(picture)
          return `${unseen.length} copies made`
        },
      }),
    })
  }
  if (!row.public && !row.avatar && copies.length > 0) {
    faults.push({
      kind: "copies_exposed",
      what: photoId,
      found: `${copies.length} copies are where the CDN reads, and the photo is not for everybody`,
      remedy: "remove them; then `cache invalidate` its pages",
      repair: () => withdraw(photoId),
    })
  }
  return faults
}

const originalOf = ({ userId, photoId }: PhotoRow) => Storage.originalKey({ kind: "kept", userId, photoId })

const masterKeys = ({ photoId, version, width, height }: Photo.Picture) =>
  Photo.variantNames(width, height).map((name) =>
    Storage.variantKey({ kind: "private", photoId, version, ...name }),
  )

async function rebuild(row: PhotoRow, missing: readonly string[]): Promise<string> {
  const { variants } = await Image.process(await Storage.read(config.originalsBucket, originalOf(row)))
  const { photoId, version } = row
  let made = 0
  for (const { size, format, bytes } of variants) {
    const key = Storage.variantKey({ kind: "private", photoId, version, size, format })
    if (!missing.includes(key)) continue
    await Storage.write(config.mediaBucket, key, bytes, format === "avif" ? "image/avif" : "image/jpeg")
    made++
  }
  return `${made} variants made`
}

async function withdraw(photoId: string): Promise<string> {
  const [row] = await Photo.rows([photoId])
  if (row?.public || row?.avatar) return "is for everybody by now"
  await Storage.removeAll(config.mediaBucket, Storage.variantPrefix("public", photoId))
  return "removed"
}
