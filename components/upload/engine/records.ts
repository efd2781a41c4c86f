import { blank, type Making } from "./making"
import type { Upload } from "./upload"
import { stopped, unsettled } from "./uploads-state"

/** Milliseconds that a post which nobody touches is kept: as long as the server keeps its photos. */
export const keptFor = 24 * 60 * 60 * 1000

/** What of a photo is kept beside its file. What the server can tell again is not. */
export type UploadRecord = Omit<Upload, "file" | "preview" | "plan" | "waiting" | "photo"> & {
  name: string
  bytes: number
}

/** What of a post is kept in the browser. */
export type PostRecord = Pick<Making, "id" | "words" | "publishing" | "draftId"> & {
  userId: string
  /** Milliseconds since 1970. */
  touchedAt: number
  items: readonly UploadRecord[]
}

/** @returns what to keep of a post; undefined when there is nothing in it */
export function recordOf(post: Making, userId: string, touchedAt: number): PostRecord | undefined {
  const { id, words, publishing, draftId, items } = post
  if (items.length === 0 && words.caption.trim() === "") return undefined
  return { id, userId, touchedAt, words, publishing, draftId, items: items.map(uploadRecordOf) }
}

function uploadRecordOf(item: Upload): UploadRecord {
  // Whether it is ready is the server's to say again: it may be gone by then.
  const { file, preview, plan, waiting, photo, ...kept } = unsettled(stopped(item))
  // Only whole parts count, and a record that changes with every byte would be written all the time.
  const sent = kept.hashes ? kept.sent - (kept.sent % kept.hashes.partSize) : 0
  return { ...kept, sent, name: file.name, bytes: file.size }
}

/**
 * A post as it was left. Photos whose file could not be kept are named, so that they can be chosen again.
 * @param files the kept files by the photos' keys
 * @param previewOf makes the address of a file's picture
 */
export function postOf(
  record: PostRecord,
  files: ReadonlyMap<string, File>,
  previewOf: (file: File) => string,
): Making {
  const { id, publishing, draftId, items } = record
  // It may have been kept before there was as much to say.
  const words = { ...blank(id).words, ...record.words }
  const found: Upload[] = []
  const refusals: { name: string; bytes: number; reason: "lost" }[] = []
  for (const { name, bytes, ...item } of items) {
    const file = files.get(item.key)
    if (file) found.push({ ...item, file, preview: previewOf(file), kept: true })
    else refusals.push({ name, bytes, reason: "lost" })
  }
  const wanted = refusals.length === 0 ? publishing : undefined
  return { id, words, publishing: wanted, draftId, items: found, refusals, restored: true }
}

/** Whether nobody touched it for so long that the server forgot it too. */
export const isOld = ({ touchedAt }: PostRecord, now: number) => now - touchedAt > keptFor
