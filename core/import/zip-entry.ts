import { promisify } from "node:util"
import { crc32, inflateRaw } from "node:zlib"
import { EntryFault } from "./fault"
import { headBytes } from "./overlap"
import type { EntryRef, ReadRange } from "./zip"

const inflate = promisify(inflateRaw)

/** What may stand between the name and the bytes; writers pad a little. */
const slack = 4096

/**
 * The bytes of one thing of an archive, whole and checked. Never holds more than twice `most`, whatever the archive
 * claims.
 * @throws EntryFault when it is not to be read, is larger, or is not what the archive says
 */
export async function readEntry(read: ReadRange, entry: EntryRef, most: number): Promise<Buffer> {
  if (entry.fault) throw new EntryFault(entry.fault)
  if (entry.size > most || entry.compressed > most + slack) throw new EntryFault("too_large")
  const bytes = await unpack(await packed(read, entry), entry, most)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new EntryFault("unreadable")
  return bytes
}

async function packed(read: ReadRange, { offset, nameLength, compressed }: EntryRef): Promise<Buffer> {
  const whole = await read(offset, offset + headBytes + nameLength + slack + compressed)
  if (whole.length < headBytes || whole.readUInt32LE(0) !== 0x04034b50) throw new EntryFault("unreadable")
  const from = headBytes + whole.readUInt16LE(26) + whole.readUInt16LE(28)
  if (from + compressed > whole.length) throw new EntryFault("unreadable")
  return whole.subarray(from, from + compressed)
}

async function unpack(bytes: Buffer, { method, size }: EntryRef, most: number): Promise<Buffer> {
  if (method === 0) return bytes
  if (size === 0 && bytes.length === 0) return bytes
  try {
    // One byte more than is said, so that what lies about its size is found, and never grows.
    return await inflate(bytes, { maxOutputLength: Math.min(most, size) + 1 })
  } catch (error) {
    const lies = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE"
    throw new EntryFault(lies ? "bomb" : "unreadable")
  }
}
