import { randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import type { ChecksumName, Checksums } from "../body/checksums"
import type { Received } from "../body/receive"
import { moveDurably, syncFolder, writeDurably } from "./files"
import { type Folders, temporaryFile } from "./folders"
import { KeyLock } from "./key-lock"
import type { Address } from "./record"

export type Part = {
  number: number
  blob: string
  size: number
  etag: string
  modified: string
  checksums: Checksums
}

/** An open multipart upload. */
export type Upload = Address & {
  id: string
  started: string
  headers: Record<string, string>
  checksum?: { name: ChecksumName; type: "FULL_OBJECT" | "COMPOSITE" }
  parts: Map<number, Part>
}

const UPLOAD_FILE = "upload.json"
const PART_RECORD = /^\d+\.json$/

/** The open multipart uploads: a folder each, holding the upload's record, its parts and a record a part. */
export class UploadStore {
  readonly #folders: Folders
  readonly #uploads = new Map<string, Upload>()
  readonly #lock = new KeyLock()

  private constructor(folders: Folders) {
    this.#folders = folders
  }

  /**
   * Reads the uploads that were open.
   * @param isComplete tells whether an upload's object was committed: then only its folder is left to remove.
   */
  static async open(folders: Folders, isComplete: (upload: Upload) => boolean): Promise<UploadStore> {
    const store = new UploadStore(folders)
    for (const id of await readdir(folders.uploads)) {
      const upload = await readUpload(join(folders.uploads, id))
      if (!upload) {
        await rm(join(folders.uploads, id), { recursive: true, force: true })
        continue
      }
      store.#uploads.set(id, upload)
      if (isComplete(upload)) await store.remove(upload)
    }
    return store
  }

  /** All open uploads of a bucket, in no order. */
  list(bucket: string): Upload[] {
    return [...this.#uploads.values()].filter((upload) => upload.bucket === bucket)
  }

  find(id: string, address: Address): Upload | undefined {
    const upload = this.#uploads.get(id)
    return upload?.bucket === address.bucket && upload.key === address.key ? upload : undefined
  }

  async create(about: Omit<Upload, "id" | "started" | "parts">): Promise<Upload> {
    const upload: Upload = {
      ...about,
      id: randomUUID().replaceAll("-", ""),
      started: new Date().toISOString(),
      parts: new Map(),
    }
    const { parts, ...record } = upload
    const folder = this.#folder(upload)
    await mkdir(folder)
    await syncFolder(this.#folders.uploads)
    await writeDurably(temporaryFile(this.#folders), join(folder, UPLOAD_FILE), JSON.stringify(record))
    this.#uploads.set(upload.id, upload)
    return upload
  }

  /** Makes received bytes a part; an earlier part of that number is replaced. */
  async addPart(upload: Upload, number: number, received: Received): Promise<Part> {
    const { md5, size, checksums, file } = received
    const part: Part = {
      number,
      blob: `${randomUUID()}.part`,
      size,
      etag: md5,
      modified: new Date().toISOString(),
      checksums,
    }
    const folder = this.#folder(upload)
    const replaced = upload.parts.get(number)
    await moveDurably(file, join(folder, part.blob))
    await writeDurably(temporaryFile(this.#folders), join(folder, `${number}.json`), JSON.stringify(part))
    upload.parts.set(number, part)
    // What cannot be removed now is swept at the next start.
    if (replaced) await rm(join(folder, replaced.blob), { force: true }).catch(() => undefined)
    return part
  }

  /** Forgets an upload and its parts at once: the folder is moved away before it is emptied. */
  async remove(upload: Upload): Promise<void> {
    const away = temporaryFile(this.#folders)
    await rename(this.#folder(upload), away)
    this.#uploads.delete(upload.id)
    await syncFolder(this.#folders.uploads)
    await rm(away, { recursive: true, force: true })
  }

  partFile(upload: Upload, part: Part): string {
    return join(this.#folder(upload), part.blob)
  }

  /** Runs `task` while no other part, completion or abort of the upload runs. */
  exclusively<T>(id: string, task: () => Promise<T>): Promise<T> {
    return this.#lock.run(id, task)
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#lock.idle()
  }

  #folder(upload: Upload): string {
    return join(this.#folders.uploads, upload.id)
  }
}

/** Reads one upload's folder and sweeps parts that were never recorded; an upload never acknowledged gives null. */
async function readUpload(folder: string): Promise<Upload | null> {
  const names = await readdir(folder)
  if (!names.includes(UPLOAD_FILE)) return null
  const upload = JSON.parse(await readFile(join(folder, UPLOAD_FILE), "utf8"))
  const parts: Part[] = []
  for (const name of names.filter((name) => PART_RECORD.test(name))) {
    parts.push(JSON.parse(await readFile(join(folder, name), "utf8")))
  }
  const named = new Set(parts.map((part) => part.blob))
  for (const name of names) {
    if (name.endsWith(".part") && !named.has(name)) await rm(join(folder, name), { force: true })
  }
  return { ...upload, parts: new Map(parts.map((part) => [part.number, part])) }
}
