import { crc32, deflateSync } from "node:zlib"
import type { Sharp } from "sharp"
import { sharp } from "./library"

/** Decoded pixels, three 8-bit channels, and the colour space that their values are in. */
export type Pixels = { data: Buffer; width: number; height: number; space: "srgb" | "p3" }

/** Bytes of a PNG before its second chunk: the signature and IHDR. */
const PNG_HEAD = 33

/** Pixels for further geometry. Their colour space travels beside them, not in them. */
export function untagged({ data, width, height }: Omit<Pixels, "space">): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Pixels for an encoder: a P3 picture carries its profile into the output. */
export async function tagged(pixels: Pixels): Promise<Sharp> {
  return pixels.space === "srgb" ? untagged(pixels) : sharp(await p3Png(pixels)).keepIccProfile()
}

/** Pixels in sRGB, whatever they were in. */
export async function asSrgb(pixels: Pixels): Promise<Sharp> {
  return pixels.space === "srgb" ? untagged(pixels) : sharp(await p3Png(pixels))
}

/** Pixels that were meant by a profile, in sRGB. One that cannot be read means nothing: the values stay. */
export async function fromProfile(pixels: Omit<Pixels, "space">, icc: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(await pngWith(profileChunk(icc), pixels))
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, space: "srgb" }
}

/** Always our own profile, never the upload's: that one may hold anything. */
const p3Png = async (pixels: Pixels) => pngWith(await p3Chunk(), pixels)

/**
 * sharp can convert raw pixels to a profile, but not declare that they already are in one. A stored PNG with the
 * profile's chunk put in says it.
 */
async function pngWith(chunk: Buffer, pixels: Omit<Pixels, "space">): Promise<Buffer> {
  const png = await untagged(pixels).png({ compressionLevel: 0 }).toBuffer()
  return Buffer.concat([png.subarray(0, PNG_HEAD), chunk, png.subarray(PNG_HEAD)])
}

/** A PNG's iCCP chunk: its length, what it is, the profile under a name of one letter, and the check sum. */
function profileChunk(icc: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from("iCCPx\0\0", "latin1"), deflateSync(icc)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

let chunk: Promise<Buffer> | undefined

/** The iCCP chunk of the library's own Display P3 profile (480 bytes), taken from a PNG that it wrote. */
function p3Chunk(): Promise<Buffer> {
  chunk ??= sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } })
    .withIccProfile("p3")
    .png()
    .toBuffer()
    .then((png) => png.subarray(PNG_HEAD, PNG_HEAD + 12 + png.readUInt32BE(PNG_HEAD)))
  return chunk
}
