import type { Metadata, SharpOptions } from "sharp"
import { profileClass } from "./icc"
import { countScans } from "./jpeg-scans"
import { sharp } from "./library"
import type { Pixels } from "./pixels"
import { ImageRejected } from "./rejected"

/** No operation on a photo may take longer, in seconds. */
export const TIMEOUT = 20

const MAX_PIXELS = 100e6
/** The AVIF decoder takes up to 18 bytes a pixel, and a bomb fits into two kilobytes. */
const MAX_AVIF_PIXELS = 40e6
/** As long as a JPEG can be. A PNG could put all its pixels into one line, which is decoded in one piece. */
const MAX_SIDE = 65_535
/**
 * Every pass of a progressive JPEG goes over the whole picture before the timeout is looked at: a megabyte of thousands
 * of empty passes takes minutes. Encoders make a dozen.
 */
const MAX_SCANS = 100

const LIMITS = {
  failOn: "error",
  limitInputPixels: MAX_PIXELS,
  limitInputChannels: 5,
  autoOrient: true,
  pages: 1,
} as const satisfies SharpOptions

/** Reads the header alone. Throws ImageRejected (too_many_pixels, corrupt) before a pixel is decoded. */
export async function readHeader(bytes: Buffer): Promise<Metadata> {
  const header = await rejecting(sharp(bytes, LIMITS).metadata())
  const { width, height, format } = header
  const isTooMuch = format === "heif" && width * height > MAX_AVIF_PIXELS
  if (isTooMuch || Math.max(width, height) > MAX_SIDE) throw new ImageRejected("too_many_pixels")
  if (format === "jpeg" && countScans(bytes) > MAX_SCANS) throw new ImageRejected("corrupt")
  return header
}

/**
 * Decodes the first frame, upright, to fit inside a square of `size`. Display P3 stays, everything else becomes sRGB;
 * transparency is laid on white, which is what transparent pictures are nearly always drawn for.
 * Throws ImageRejected (corrupt, timeout).
 */
export async function decode(bytes: Buffer, header: Metadata, size: number): Promise<Pixels> {
  const profile = profileClass(header.icc)
  const picture = sharp(bytes, { ...LIMITS, ignoreIcc: profile !== "other" })
    .timeout({ seconds: TIMEOUT })
    .resize({ width: size, height: size, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
  // The library converts 16-bit pictures to P3 by themselves; this brings them the rest of the way.
  if (profile === "other" && header.depth === "ushort") picture.withIccProfile("srgb", { attach: false })
  const { data, info } = await rejecting(picture.raw().toBuffer({ resolveWithObject: true }))
  return { data, width: info.width, height: info.height, space: profile === "p3" ? "p3" : "srgb" }
}

async function rejecting<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asRejection(error)
  }
}

/** Why the library would not take a file. It has one class for all errors: its words tell a limit from a fault. */
export function asRejection(cause: unknown): ImageRejected {
  const message = cause instanceof Error ? cause.message : ""
  if (message.includes("exceeds pixel limit"))
    return new ImageRejected("too_many_pixels", undefined, { cause })
  if (message.startsWith("timeout")) return new ImageRejected("timeout", undefined, { cause })
  return new ImageRejected("corrupt", undefined, { cause })
}
