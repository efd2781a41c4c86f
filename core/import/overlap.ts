import type { EntryRef } from "./zip"

/** The fixed part of what stands before the bytes of a thing. */
export const headBytes = 30

/**
 * Things whose bytes lie over those of another, or beyond the end: an honest archive has none, a bomb lives of them.
 */
export function overlapping(entries: readonly EntryRef[], byteLength: number): ReadonlySet<EntryRef> {
  const found = new Set<EntryRef>()
  let last: EntryRef | undefined
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    const to = entry.offset + headBytes + entry.nameLength + entry.compressed
    if (to > byteLength) found.add(entry)
    if (entry.offset < end) {
      found.add(entry)
      if (last) found.add(last)
    }
    if (to > end) [last, end] = [entry, to]
  }
  return found
}
