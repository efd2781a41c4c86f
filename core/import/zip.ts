import { PassThrough } from "node:stream"
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type Entry as ZipEntry,
} from "yauzl"
import { ArchiveFault } from "./fault"
import type { EntryReason } from "./import.schema"
import { overlapping } from "./overlap"
import { isUnsafe, shown } from "./path"

/** Reads some bytes of an archive, from `start` up to `end`. */
export type ReadRange = (start: number, end: number) => Promise<Buffer>

/** All that is needed to read a thing of an archive later, without its directory. */
export type EntryRef = {
  /** Which file of the archive it is in. */
  file: number
  path: string
  offset: number
  /** How long its name is in the archive, in bytes. */
  nameLength: number
  compressed: number
  size: number
  crc: number
  method: number
  /** Why it is not to be read. */
  fault?: EntryReason
}

/** More things than any real archive has in one file. */
export const maxEntries = 200_000
/** So many times its own size an archive may claim to hold, and a thing of it. Photos hardly shrink, text tenfold. */
const maxGrowth = 20
const maxRatio = 200
/** Below so many bytes nothing is a bomb. */
const harmless = 1024 * 1024

/**
 * Reads the directory of a ZIP file, a window at a time. Folders are left out; what must not be read says why.
 * @throws ArchiveFault when it is no ZIP file, damaged, or made to hurt
 */
export async function entriesOf(read: ReadRange, byteLength: number, file = 0): Promise<EntryRef[]> {
  const found: EntryRef[] = []
  // Errors of storage are no fault of the archive: they are worth another try.
  let unread: unknown
  const range: ReadRange = (start, end) =>
    read(start, end).catch((error) => {
      unread = error
      throw error
    })
  try {
    const zip = await fromRandomAccessReaderPromise(new Windows(range, byteLength), byteLength, {
      // Names are decoded here: one bad name must not hide all others.
      decodeStrings: false,
      validateEntrySizes: false,
      autoClose: false,
    })
    if (zip.entryCount > maxEntries) throw new ArchiveFault("too_many_entries")
    for await (const entry of zip.eachEntry()) {
      const ref = refOf(entry, file)
      if (!ref.path.endsWith("/")) found.push(ref)
    }
  } catch (error) {
    throw unread ?? faultOf(error)
  }
  if (found.reduce((sum, { size }) => sum + size, 0) > byteLength * maxGrowth + 1024 * harmless)
    throw new ArchiveFault("bomb")
  const overlaps = overlapping(found, byteLength)
  return found.map((ref) => (overlaps.has(ref) ? { ...ref, fault: "overlap" as const } : ref))
}

/** What yauzl says of a file. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveFault) return error
  if (/end of central directory record signature not found|not a zip/i.test(error.message))
    return new ArchiveFault("not_zip")
  if (/encryption/i.test(error.message)) return new ArchiveFault("encrypted")
  return new ArchiveFault("damaged")
}

function refOf(entry: ZipEntry, file: number): EntryRef {
  const { relativeOffsetOfLocalHeader: offset, compressedSize: compressed, uncompressedSize: size } = entry
  const name = nameOf(entry)
  const fault = faultOfEntry(entry, name)
  return {
    file,
    path: shown(name),
    offset,
    nameLength: entry.fileNameLength,
    compressed,
    size,
    crc: entry.crc32,
    method: entry.compressionMethod,
    ...(fault ? { fault } : {}),
  }
}

function faultOfEntry(entry: ZipEntry, name: string): EntryReason | undefined {
  const { versionMadeBy, externalFileAttributes, compressionMethod, compressedSize, uncompressedSize } = entry
  if (isUnsafe(name)) return "unsafe_path"
  if (versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000) return "symlink"
  if (entry.isEncrypted()) return "encrypted"
  if (compressionMethod !== 0 && compressionMethod !== 8) return "unsupported_compression"
  if (uncompressedSize > harmless && uncompressedSize > compressedSize * maxRatio) return "bomb"
  return undefined
}

/** Many programs write UTF-8 without saying so. What is none is in the code page of DOS, as the format has it. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: ZipEntry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(fileNameRaw)
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
  }
}

/** Large enough that a directory is read in few requests. */
const windowBytes = 4 * 1024 * 1024

/** Gives yauzl's many small reads out of few large ones. */
class Windows extends RandomAccessReader {
  #from = 0
  #bytes: Buffer = Buffer.alloc(0)

  constructor(
    readonly range: ReadRange,
    readonly byteLength: number,
  ) {
    super()
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ) {
    this.#fill(position, length).then(
      () => {
        const at = position - this.#from
        this.#bytes.copy(buffer, offset, at, at + length)
        callback(null)
      },
      (error: Error) => callback(error),
    )
  }

  async #fill(position: number, length: number) {
    if (position >= this.#from && position + length <= this.#from + this.#bytes.length) return
    const end = Math.min(this.byteLength, position + Math.max(length, windowBytes))
    if (position < 0 || position + length > end) throw new Error("unexpected EOF")
    this.#bytes = await this.range(position, end)
    this.#from = position
    if (this.#bytes.length < length) throw new Error("unexpected EOF")
  }

  override _readStreamForRange(start: number, end: number) {
    const stream = new PassThrough()
    this.range(start, end).then(
      (bytes) => stream.end(bytes),
      (error: Error) => stream.destroy(error),
    )
    return stream
  }
}
