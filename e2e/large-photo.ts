import { photoBytes } from "./fixtures"

const longest = 0xffff

/** A demo photograph made exactly as large as wanted: padded inside with segments that every reader skips. */
export async function largePhoto(name: string, bytes: number): Promise<Buffer> {
  const photo = await photoBytes(name)
  const segments: Buffer[] = []
  for (let missing = bytes - photo.length; missing > 0; ) {
    // What is left for the next one is either nothing or long enough to be a segment.
    const length = missing - longest - 2 > 0 && missing - longest - 2 < 4 ? longest - 4 : longest
    const segment = Buffer.alloc(Math.min(missing, length + 2), segments.length)
    segment.writeUInt16BE(0xffef, 0)
    segment.writeUInt16BE(segment.length - 2, 2)
    segments.push(segment)
    missing -= segment.length
  }
  return Buffer.concat([photo.subarray(0, 2), ...segments, photo.subarray(2)])
}
