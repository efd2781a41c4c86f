import { createHash } from "node:crypto"
import { config } from "../config"
import { timeOf } from "../id"
import { idAt } from "../id-at"
// Past the door, as nothing here decodes a picture.
import { sniff } from "../image/sniff"
import { Photo } from "../photo"
import type { PlannedPhoto } from "./adapter"
import { EntryFault } from "./fault"
import { postsHere } from "./here"
import type { ImportRow } from "./import"
import type { EntryReason } from "./import.schema"
import type { Line } from "./lines"
import type { Job } from "./work"

/** An item that was begun: what became of each of its photos so far. */
export type Open = { item: number; photos: Taken[] }
/** A photo that was taken in, or why it was not, and the post that has it already. */
type Taken = { photoId?: string; reason?: EntryReason; postId?: string }

/** The item waits for its photos, or ended at once with these lines, or has to wait for another day. */
export type Begun = Open | Line[] | "quota"

const types: Partial<Record<ReturnType<typeof sniff>, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heic: "image/heic",
}

/** Takes in the photos of a post, one after another, so that one at a time is held. Done again, it takes none in twice. */
export async function beginPost(row: ImportRow, job: Job, item: number): Promise<Begun> {
  const post = await job.post(item)
  const { reason } = post
  if (reason) return post.photos.map(({ entry: { path } }, line) => leftOut(item, line, path, reason))
  const photos: Open["photos"] = []
  const here = post.copies && post.at !== undefined ? await postsHere(row, post.at) : undefined
  for (const [line, photo] of post.photos.entries()) {
    const taken = await takeIn(row, job, photo, [item, line], here)
    if (taken === "quota") return "quota"
    photos.push(taken)
  }
  if (photos.some(({ photoId }) => photoId)) return { item, photos }
  return post.photos.map(({ entry: { path } }, line) => ({
    ...leftOut(item, line, path, photos[line]?.reason),
    ...(photos[line]?.postId ? { postId: photos[line].postId } : {}),
  }))
}

export const leftOut = (item: number, line: number, path: string, reason: EntryReason = "missing"): Line => ({
  item,
  line,
  path,
  outcome: reason === "already_here" || reason === "in_archive_twice" ? "duplicate" : "skipped",
  reason,
})

/** What the bytes of a photo are called, of those that are taken in. */
export const typeOf = (bytes: Buffer) => types[sniff(bytes)]

async function takeIn(
  { importId, userId }: ImportRow,
  { archive }: Job,
  { entry }: PlannedPhoto,
  place: [item: number, line: number],
  here: ReadonlyMap<string, string> | undefined,
): Promise<Taken | "quota"> {
  const photoId = idAt("photo", timeOf(importId), importId, "photo", ...place.map(String))
  let bytes: Buffer
  try {
    bytes = await archive.read(entry, config.settings.limits.photoBytes)
  } catch (error) {
    if (error instanceof EntryFault) return { reason: error.reason }
    throw error
  }
  const kind = sniff(bytes)
  const contentType = types[kind]
  if (!contentType) return { reason: kind === "video" ? "video" : "not_a_photo" }
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const postId = here?.get(sha256)
  if (postId) return { reason: "already_here", postId }
  if (!here && (await isHere(userId, { sha256, byteLength: bytes.length }, photoId)))
    return { reason: "already_here" }
  return (await Photo.takeIn({ userId, photoId, bytes, contentType })) ? { photoId } : "quota"
}

/** Whether this person has the photo in a post already; one that this import made does not count. */
async function isHere(
  userId: string,
  file: { sha256: string; byteLength: number },
  photoId: string,
): Promise<boolean> {
  const known = await Photo.knownPhoto(userId, file)
  return known !== undefined && known.photoId !== photoId && !Photo.isUnused(known)
}
