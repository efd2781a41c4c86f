/** One box of an ISO media file: its four letters, and what is in it. */
export type Box = { type: string; body: Buffer }

const MAX_BOXES = 1000

/** The boxes that stand one after the other in these bytes, up to the first that does not fit. Never throws. */
export function boxes(bytes: Buffer): Box[] {
  const found: Box[] = []
  let at = 0
  while (at + 8 <= bytes.length && found.length < MAX_BOXES) {
    const size = bytes.readUInt32BE(at)
    if (size < 8 || at + size > bytes.length) break
    found.push({ type: bytes.toString("latin1", at + 4, at + 8), body: bytes.subarray(at + 8, at + size) })
    at += size
  }
  return found
}

/** What is in the first box of a type; nothing where there is none. */
export const inBox = (all: readonly Box[], type: string): Buffer =>
  all.find((box) => box.type === type)?.body ?? Buffer.alloc(0)
