import { type FileKind, fileKind, headLength } from "./file-kind"
import type { Upload } from "./upload"
import type { Refusal } from "./uploads-state"

export type Limits = { photos: number; photoBytes: number }

const contentTypes: Partial<Record<FileKind, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heic: "image/heic",
}

/** For file inputs. HEIC by its names too: not every browser knows its type. */
export const accepted = [...Object.values(contentTypes), "image/heif", ".heic", ".heif"].join()

/**
 * Sorts chosen files before a byte is sent: what can become a photo, and what cannot, and why.
 * @param room how many more photos the post takes, asked when all files have been looked at
 */
export async function admit(files: readonly File[], room: () => number, limits: Limits) {
  const judged = await Promise.all(files.map((file) => judge(file, limits)))
  const admitted: Upload[] = []
  const refusals: Refusal[] = []
  let left = room()
  for (const one of judged) {
    if ("reason" in one) refusals.push(one)
    else if (left-- > 0) admitted.push(one)
    else refusals.push(refused(one.file, "too_many"))
  }
  return { admitted, refusals }
}

async function judge(file: File, limits: Limits): Promise<Upload | Refusal> {
  if (file.size === 0) return refused(file, "empty")
  // A folder, or a file that is not on this device.
  const head = await file
    .slice(0, headLength)
    .arrayBuffer()
    .catch(() => undefined)
  if (!head) return refused(file, "unreadable")
  const kind = fileKind(new Uint8Array(head), file.name)
  const contentType = contentTypes[kind]
  if (!contentType) return refused(file, kind)
  if (file.size > limits.photoBytes) return refused(file, "too_large")
  return {
    key: crypto.randomUUID(),
    startKey: crypto.randomUUID(),
    file,
    preview: URL.createObjectURL(file),
    contentType,
    altText: "",
    stage: "queued",
    sent: 0,
  }
}

const refused = (file: File, reason: Refusal["reason"]): Refusal => ({
  name: file.name,
  bytes: file.size,
  reason,
})
