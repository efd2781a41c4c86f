import { createHash } from "node:crypto"
import { config } from "../config"
import { Photo } from "../photo"
import { Storage } from "../storage"
import type { ObjectView, Problem } from "./explain.schema"

type Found = { views: ObjectView[]; problems: Problem[]; arrived: boolean }

/** The objects of a photo, those that should be there included, with the hashes of their bytes. */
export async function objectsOf(row: Photo.PhotoRow): Promise<Found> {
  const { photoId, userId } = row
  const original = (kind: "incoming" | "kept") => Storage.originalKey({ kind, userId, photoId })
  const picture = Photo.pictureOf(row)
  const masters = picture ? masterKeys(picture) : []
  const copies = picture && row.public ? Photo.publicKeys(picture) : []
  const prefixes = (["private", "public"] as const).map((kind) => Storage.variantPrefix(kind, photoId))
  const listed = (
    await Promise.all(prefixes.map((prefix) => Storage.keys(config.mediaBucket, prefix)))
  ).flat()
  const media = [...new Set([...masters, ...copies, ...listed])]
  const [incoming, kept, ...variants] = await Promise.all([
    look("originals", original("incoming")),
    look("originals", original("kept")),
    ...media.map((key) => look("media", key)),
  ])
  const all = [incoming, kept, ...variants]
  // What is expected to be away is not told.
  const views = all.filter(({ there, key }) => there || masters.includes(key) || copies.includes(key))
  const problems = [...faultsOf(row, kept, variants, masters, copies)]
  return { views, problems, arrived: incoming.there }
}

const masterKeys = ({ photoId, version, width, height }: Photo.Picture) =>
  Photo.variantNames(width, height).map((name) =>
    Storage.variantKey({ kind: "private", photoId, version, ...name }),
  )

async function look(bucket: ObjectView["bucket"], key: string): Promise<ObjectView> {
  const name = bucket === "originals" ? config.originalsBucket : config.mediaBucket
  try {
    const bytes = await Storage.read(name, key)
    const sha256 = createHash("sha256").update(bytes).digest("hex")
    return { bucket, key, there: true, bytes: bytes.length, sha256 }
  } catch (error) {
    if (Storage.isMissing(error)) return { bucket, key, there: false }
    throw error
  }
}

function* faultsOf(
  { state, sha256, public: open, avatar, postId, photoId }: Photo.PhotoRow,
  kept: ObjectView,
  variants: readonly ObjectView[],
  masters: readonly string[],
  copies: readonly string[],
): Generator<Problem> {
  if (state !== "ready") return
  const repair = "integrity repair --of photos"
  const missing = (keys: readonly string[]) =>
    variants.filter(({ key, there }) => keys.includes(key) && !there).length
  if (!kept.there) yield { what: "Its original is not there.", next: "db backups" }
  else if (kept.sha256 !== sha256)
    yield { what: "Its original is not what was uploaded: the hash differs.", next: "db backups" }
  if (missing(masters) > 0)
    yield { what: `${missing(masters)} of ${masters.length} variants are not there.`, next: repair }
  if (missing(copies) > 0)
    yield { what: `${missing(copies)} of ${copies.length} copies are not where the CDN reads.`, next: repair }
  const exposed = variants.filter(
    ({ key, there }) => there && key.startsWith("public/") && !copies.includes(key),
  )
  if (exposed.length > 0 && !open && !avatar)
    yield {
      what: `${exposed.length} copies are where the CDN reads, and it is not for everybody: a stale cache.`,
      next: `diagnose cache --of ${postId ?? photoId} --apply`,
    }
}
