import { isRawTiff } from "./sniff-tiff"

export type ImageKind =
  | "jpeg"
  | "png"
  | "webp"
  | "gif"
  | "avif"
  | "heic"
  | "tiff"
  | "svg"
  | "pdf"
  | "raw"
  | "video"
  | "unknown"

/** Longest text that may come before `<svg`: a prolog, a doctype, an editor's comment. */
const SVG_HEAD = 4096

const SIGNATURES: readonly (readonly [prefix: string, kind: ImageKind])[] = [
  ["\xff\xd8\xff", "jpeg"],
  ["\x89PNG\r\n\x1a\n", "png"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["%PDF-", "pdf"],
  ["FUJIFILMCCD-RAW", "raw"],
  ["IIRO", "raw"], // Olympus
  ["IIRS", "raw"],
  ["MMOR", "raw"],
  ["IIU\0", "raw"], // Panasonic
  ["FOVb", "raw"], // Sigma
  ["\0MRM", "raw"], // Minolta
  ["II\x1a\0\0\0HEAPCCDR", "raw"], // Canon CRW
  ["\x1aE\xdf\xa3", "video"], // Matroska, WebM
  ["\0\0\x01\xba", "video"], // MPEG
  ["FLV\x01", "video"],
  ["OggS", "video"],
  ["\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video"], // Windows Media
]

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]
const AVIF_BRANDS = ["avif", "avis"]

/**
 * Identifies a file by its first bytes, never by its name. The first 4 kB are enough for everything but a few
 * TIFF-based RAW files, which then count as "tiff". Never throws.
 */
export function sniff(head: Uint8Array): ImageKind {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SVG_HEAD)).toString(
    "latin1",
  )
  for (const [prefix, kind] of SIGNATURES) if (text.startsWith(prefix)) return kind
  if (text.startsWith("RIFF")) return riffKind(text.slice(8, 12))
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return isRawTiff(head) ? "raw" : "tiff"
  if (/^(ftyp|moov|mdat|wide|skip|free)$/.test(text.slice(4, 8))) return boxKind(text)
  if (/^(\xef\xbb\xbf)?\s*</.test(text) && /<(\w+:)?svg[\s>/]/i.test(text)) return "svg"
  return "unknown"
}

function riffKind(form: string): ImageKind {
  if (form === "WEBP") return "webp"
  return form === "AVI " ? "video" : "unknown"
}

/** ISO base media: the major brand decides, and for the generic image brands the compatible ones do. */
function boxKind(text: string): ImageKind {
  if (text.slice(4, 8) !== "ftyp") return "video"
  const length = Buffer.from(text.slice(0, 4), "latin1").readUInt32BE()
  const major = text.slice(8, 12)
  if (AVIF_BRANDS.includes(major)) return "avif"
  if (HEIC_BRANDS.includes(major)) return "heic"
  if (major === "crx ") return "raw"
  if (major !== "mif1" && major !== "msf1") return "video"
  const brands = text.slice(16, length).match(/[\s\S]{4}/g) ?? []
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return "avif"
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? "heic" : "unknown"
}
