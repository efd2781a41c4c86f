import type { Metadata, Sharp, SharpOptions } from "sharp"
import { codingPoints } from "./coding-points"
import { decodeHeic } from "./heic"
import { type ProfileClass, profileClass } from "./icc"
import { countScans } from "./jpeg-scans"
import { sharp } from "./library"
import { fromProfile, type Pixels } from "./pixels"
import { ImageRejected } from "./rejected"
import { inside } from "./sizes"
import { sniff } from "./sniff"

/** No operation on a photo may take longer, in seconds. */
export const TIMEOUT = 20

const MAX_PIXELS = 100e6
/** The AVIF decoder takes up to 18 bytes a pixel, and a bomb fits into two kilobytes. */
const MAX_AVIF_PIXELS = 40e6
/** Cameras write up to 61 megapixels, for which the whole process takes 0.85 GB; a phone's 48 take 0.65. */
const MAX_HEIC_PIXELS = 64e6
/** Of the decoder alone, which stands beside the pixels that it hands over: both fit into a function of 1769 MB. */
const HEIC_LIMITS = { seconds: TIMEOUT, memory: 900e6 }
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
  if (format === "heif" && width * height > (isHeic(bytes) ? MAX_HEIC_PIXELS : MAX_AVIF_PIXELS))
    throw new ImageRejected("too_many_pixels")
  if (Math.max(width, height) > MAX_SIDE) throw new ImageRejected("too_many_pixels")
  if (format === "jpeg" && countScans(bytes) > MAX_SCANS) throw new ImageRejected("corrupt")
  return header
}

/** The library reads the header of a HEIC, but not its picture. */
const isHeic = (bytes: Buffer) => sniff(bytes) === "heic"

/**
 * Decodes the first frame, upright, to fit inside a square of `size`. Display P3 stays, everything else becomes sRGB;
 * transparency is laid on white, which is what transparent pictures are nearly always drawn for.
 * Throws ImageRejected (corrupt, unsupported, too_many_pixels, timeout).
 */
export async function decode(bytes: Buffer, header: Metadata, size: number): Promise<Pixels> {
  const profile = spaceOf(bytes, header)
  const opened = isHeic(bytes) ? await openHeic(bytes) : open(bytes, header, profile)
  const picture = opened
    .timeout({ seconds: TIMEOUT })
    .resize({ ...inside(header.autoOrient, size), fit: "fill" })
    .flatten({ background: "#ffffff" })
  const { data, info } = await rejecting(picture.raw().toBuffer({ resolveWithObject: true }))
  const pixels = { data, width: info.width, height: info.height }
  if (profile === "p3") return { ...pixels, space: "p3" }
  if (profile === "other" && header.icc && isHeic(bytes)) return rejecting(fromProfile(pixels, header.icc))
  return { ...pixels, space: "srgb" }
}

/** Display P3 in numbers: SMPTE EG 432-1's primaries, and the curve of sRGB. */
const P3 = [12, 13]

/** By the profile; where there is none, by the numbers that some encoders write instead. */
function spaceOf(bytes: Buffer, { icc }: Metadata): ProfileClass {
  if (icc !== undefined) return profileClass(icc)
  const points = codingPoints(bytes)
  return P3.every((number, i) => points?.[i] === number) ? "p3" : "srgb"
}

function open(bytes: Buffer, header: Metadata, profile: ProfileClass): Sharp {
  const picture = sharp(bytes, { ...LIMITS, ignoreIcc: profile !== "other" })
  // The library converts 16-bit pictures to P3 by themselves; this brings them the rest of the way.
  if (profile === "other" && header.depth === "ushort") picture.withIccProfile("srgb", { attach: false })
  return picture
}

async function openHeic(bytes: Buffer): Promise<Sharp> {
  const { data, raw } = await decodeHeic(bytes, HEIC_LIMITS)
  return sharp(data, { raw })
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
  // AV1's name on a file that holds something else.
  if (message.includes("has not been built in")) return new ImageRejected("unsupported", "heic", { cause })
  if (message.startsWith("timeout")) return new ImageRejected("timeout", undefined, { cause })
  return new ImageRejected("corrupt", undefined, { cause })
}
