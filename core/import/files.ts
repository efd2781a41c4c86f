import { config } from "../config"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import type { SignedParts } from "../photo/upload.schema"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { epoch, later, now, nowAfter } from "../time"
import { type ImportRow, own, patience } from "./import"
import {
  archivePartBytes,
  FileInput,
  type FileProgress,
  type ImportView,
  SignFileParts,
} from "./import.schema"
import { importView } from "./view"

/**
 * Which parts of a file have arrived: what is sent again after a reload, or tomorrow. A file that has arrived is to be
 * completed nonetheless: the call that joined it may have ended before it was noted.
 * @throws AppError `not_found`; `gone` when storage has forgotten it; `rate_limited`
 */
export const fileProgress = operation(FileInput, async (actor, { importId, file }): Promise<FileProgress> => {
  const row = await own(actor, importId)
  await limitCalls(row.userId)
  const { open, arrived } = fileOf(row, file)
  if (arrived) return { arrived: true, partSize: archivePartBytes, parts: [] }
  const parts = await Storage.storedParts(open)
  if (!parts && !(await isJoined(open))) throw new AppError("gone", { reason: "archive_gone" })
  return {
    arrived: !parts,
    partSize: archivePartBytes,
    parts: (parts ?? []).map(({ etag, ...part }) => part),
  }
})

/**
 * Signs the sending of parts of a file: each URL takes exactly that part's bytes.
 * @throws AppError `not_found`; `conflict` when the file has arrived; `invalid` for a part beyond its last; `rate_limited`
 */
export const signFileParts = operation(
  SignFileParts,
  async (actor, { importId, file, parts }): Promise<SignedParts> => {
    const row = await own(actor, importId)
    await limitCalls(row.userId)
    const { open, arrived, byteLength } = fileOf(row, file)
    if (arrived || row.state !== "sending") throw new AppError("conflict", { reason: "archive_file_arrived" })
    const beyond = parts.findIndex(({ partNumber }) => partNumber > Math.ceil(byteLength / archivePartBytes))
    if (beyond >= 0) throw invalidField(`parts.${beyond}.partNumber`, "part_beyond")
    const sign = async ({ partNumber, sha256 }: (typeof parts)[number]) => {
      const part = { partNumber, sha256, byteLength: lengthOf(byteLength, partNumber) }
      return { partNumber, ...(await Storage.signPart(open, part, Storage.uploadSeconds)) }
    }
    return { parts: await Promise.all(parts.map(sign)), expiresAt: later(Storage.uploadSeconds) }
  },
  "upload",
)

/**
 * Joins the parts of a file, once all are there; with the last file the import begins. Twice is as good as once.
 * @throws AppError `not_found`; `unprocessable` when parts are missing; `gone` when storage has forgotten it
 */
export const completeFile = operation(
  FileInput,
  async (actor, { importId, file }): Promise<ImportView> => {
    const row = await own(actor, importId)
    await limitCalls(row.userId)
    const { open, arrived, byteLength } = fileOf(row, file)
    if (!arrived && row.state === "sending") await join(open, byteLength)
    return importView(await noteArrived(actor, importId, file))
  },
  "upload",
)

async function join(open: Storage.OpenUpload, byteLength: number) {
  const parts = await Storage.storedParts(open)
  if (!parts) {
    if (await isJoined(open)) return
    throw new AppError("gone", { reason: "archive_gone" })
  }
  const isWhole =
    parts.length === Math.ceil(byteLength / archivePartBytes) &&
    parts.every((part, i) => part.partNumber === i + 1 && part.byteLength === lengthOf(byteLength, i + 1))
  const missing = new AppError("unprocessable", { reason: "archive_parts_missing" })
  if (!isWhole) throw missing
  if (!(await Storage.joinParts(open, parts)) && !(await isJoined(open))) throw missing
}

/** Whether a file was joined before, by a call whose answer was lost: only a whole one ever is. */
const isJoined = ({ bucket, key }: Storage.OpenUpload) => Storage.exists(bucket, key)

/** Several files may arrive in the same moment: each is noted on the row as it was read. */
const looks = 8

async function noteArrived(
  actor: Parameters<typeof own>[0],
  importId: string,
  file: number,
): Promise<ImportRow> {
  for (let look = 0; look < looks; look++) {
    const row = await own(actor, importId)
    if (row.state !== "sending") return row
    const files = row.files.map((one, number) => (number === file ? { ...one, arrived: true } : one))
    const isWhole = files.every(({ arrived }) => arrived)
    const change = table()
      .import.patch({ userId: row.userId, importId })
      .set({ files, updatedAt: nowAfter(row.updatedAt) })
    const next = isWhole
      ? change.set({ state: "reading", queue: "WORK", at: now() }).remove(["expires"])
      : change.set({ expires: epoch(patience) })
    const written = await unlessRefused(
      next.where(({ updatedAt }, { eq }) => eq(updatedAt, row.updatedAt)).go({ response: "all_new" }),
    )
    if (written) return written.data as ImportRow
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

function fileOf({ userId, importId, files }: ImportRow, number: number) {
  const file = files[number]
  if (!file) throw new AppError("not_found")
  const key = Storage.importKey({ userId, importId, part: "file", number })
  return { ...file, open: { bucket: config.originalsBucket, key, uploadId: file.uploadId } }
}

const lengthOf = (byteLength: number, partNumber: number) =>
  Math.min(archivePartBytes, byteLength - (partNumber - 1) * archivePartBytes)

/** A fast line sends a part in a tenth of a second. */
const limitCalls = (userId: string) => limit(["import-parts", userId], 1200, 60)
