import type { Sharp } from "sharp"
import { sharp } from "./library"

/** Decoded pixels, three 8-bit channels, and the colour space that their values are in. */
export type Pixels = { data: Buffer; width: number; height: number; space: "srgb" | "p3" }

/** Bytes of a PNG before its second chunk: the signature and IHDR. */
const PNG_HEAD = 33

/** Pixels for further geometry. Their colour space travels beside them, not in them. */
export function untagged({ data, width, height }: Pixels): Sharp {
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

/**
 * sharp can convert raw pixels to a profile, but not declare that they already are in one. A stored PNG with the
 * profile's chunk put in says it. Always our own profile, never the upload's: that one may hold anything.
 */
async function p3Png(pixels: Pixels): Promise<Buffer> {
  const png = await untagged(pixels).png({ compressionLevel: 0 }).toBuffer()
  return Buffer.concat([png.subarray(0, PNG_HEAD), await p3Chunk(), png.subarray(PNG_HEAD)])
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
