const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const START_OF_IMAGE_LENGTH = 2

/** Markers without a payload, and what is no marker: stuffed zeros (00), TEM (01), restarts (D0–D7), start (D8). */
const isBare = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/**
 * Counts the passes over the picture that a JPEG asks for: one, or about ten in a progressive one. It follows the
 * markers as the decoder does, so that nothing that looks like a scan inside other data counts. Never throws.
 */
export function countScans(jpeg: Buffer): number {
  let scans = 0
  let at = jpeg.indexOf(0xff, START_OF_IMAGE_LENGTH)
  while (at !== -1 && at + 3 < jpeg.length) {
    const marker = jpeg.readUInt8(at + 1)
    if (marker === END_OF_IMAGE) break
    if (marker === START_OF_SCAN) scans++
    at = jpeg.indexOf(0xff, after(jpeg, at, marker))
  }
  return scans
}

function after(jpeg: Buffer, at: number, marker: number): number {
  if (marker === 0xff) return at + 1
  return isBare(marker) ? at + 2 : at + 2 + jpeg.readUInt16BE(at + 2)
}
