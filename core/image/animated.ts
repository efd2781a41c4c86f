import type { Metadata } from "sharp"
import type { ImageKind } from "./sniff"

const PNG_SIGNATURE = 8

/** Whether a file holds a moving picture, of which only the first frame is taken. */
export function isAnimated(bytes: Buffer, kind: ImageKind, header: Metadata): boolean {
  if (kind === "gif" || kind === "webp") return (header.pages ?? 1) > 1
  if (kind === "avif" || kind === "heic") return isSequence(bytes)
  return kind === "png" && hasAnimationChunk(bytes)
}

/** A brand of the file is one of image sequences in AV1 or HEVC; what is shown of it is its still picture. */
function isSequence(bytes: Buffer): boolean {
  const brands = bytes.toString("latin1", 8, bytes.readUInt32BE(0)).match(/[\s\S]{4}/g) ?? []
  return brands.some((brand) => /^(avis|msf1|hev[cxms])$/.test(brand))
}

/** An animated PNG announces itself before the picture's data. sharp takes it for a still. */
function hasAnimationChunk(png: Buffer): boolean {
  for (let at = PNG_SIGNATURE; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8)
    if (type === "acTL") return true
    if (type === "IDAT") return false
  }
  return false
}
