/** One TIFF directory: the raw bytes of each value, by tag. Pointers are followed by asking for another directory. */
export type Directory = { values: Map<number, Uint8Array>; next: number }

const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
const MAX_ENTRIES = 512

/** A view on a TIFF header's block and its byte order, or undefined where there is none. */
export type Tiff = { view: DataView; little: boolean; first: number }

export function openTiff(bytes: Uint8Array): Tiff | undefined {
  if (bytes.length < 8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint8(0) === 0x49
  return { view, little, first: view.getUint32(4, little) }
}

/**
 * Reads the directory at an offset. Whatever points outside the block is left out, so that one bad entry hides
 * nothing else. Never throws; `next` is 0 when no directory follows.
 */
export function readDirectory({ view, little }: Tiff, at: number): Directory {
  const values = new Map<number, Uint8Array>()
  if (at + 2 > view.byteLength) return { values, next: 0 }
  const count = view.getUint16(at, little)
  const end = at + 2 + 12 * count
  for (
    let entry = at + 2;
    entry < end && entry + 12 <= view.byteLength && values.size < MAX_ENTRIES;
    entry += 12
  ) {
    const value = entryValue(view, little, entry)
    if (value !== undefined) values.set(view.getUint16(entry, little), value)
  }
  return { values, next: end + 4 <= view.byteLength ? view.getUint32(end, little) : 0 }
}

/** The directory that a tag of another one points at. */
export function pointedDirectory(tiff: Tiff, from: Directory, tag: number): Directory | undefined {
  const value = from.values.get(tag)
  if (value?.length !== 4) return undefined
  return readDirectory(tiff, new DataView(value.buffer, value.byteOffset, 4).getUint32(0, tiff.little))
}

function entryValue(view: DataView, little: boolean, entry: number): Uint8Array | undefined {
  const size = (BYTES_OF_TYPE[view.getUint16(entry + 2, little)] ?? 0) * view.getUint32(entry + 4, little)
  const start = size <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
  if (size === 0 || start + size > view.byteLength) return undefined
  return new Uint8Array(view.buffer, view.byteOffset + start, size)
}
