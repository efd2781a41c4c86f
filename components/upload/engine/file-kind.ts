export type FileKind =
  | "jpeg"
  | "png"
  | "webp"
  | "gif"
  | "avif"
  | "heic"
  | "raw"
  | "video"
  | "pdf"
  | "svg"
  | "tiff"
  | "other"

/** As many first bytes as `fileKind` looks at. */
export const headLength = 512

const signatures: readonly (readonly [prefix: string, kind: FileKind])[] = [
  ["\xff\xd8\xff", "jpeg"],
  ["\x89PNG\r\n\x1a\n", "png"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["%PDF-", "pdf"],
  ["FUJIFILMCCD-RAW", "raw"],
  ["IIRO", "raw"],
  ["IIU\0", "raw"],
  ["\x1aE\xdf\xa3", "video"],
]

// Most RAW files are TIFF inside, so that only the name tells them apart.
const rawName =
  /\.(3fr|arw|cr2|cr3|crw|dng|erf|fff|iiq|kdc|mef|mos|mrw|nef|nrw|orf|pef|raf|raw|rw2|rwl|sr2|srf|srw|x3f)$/i

/**
 * What a file is, by its first bytes; its name only helps where bytes do not say enough. The server decides in the
 * end: this is to tell people at once, before anything is sent.
 * @param head the file's first `headLength` bytes
 */
export function fileKind(head: Uint8Array, name: string): FileKind {
  const text = String.fromCharCode(...head)
  for (const [prefix, kind] of signatures) if (text.startsWith(prefix)) return kind
  if (text.startsWith("RIFF")) return riffKind(text.slice(8, 12))
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return rawName.test(name) ? "raw" : "tiff"
  if (text.slice(4, 8) === "ftyp") return boxKind(text)
  if (/^(\xef\xbb\xbf)?\s*</.test(text) && (/<(\w+:)?svg[\s>/]/i.test(text) || /\.svg$/i.test(name)))
    return "svg"
  return rawName.test(name) ? "raw" : "other"
}

const riffKind = (form: string): FileKind => (form === "WEBP" ? "webp" : form === "AVI " ? "video" : "other")

/** ISO base media: the first brand decides; behind the generic image brands, the compatible ones do. */
function boxKind(text: string): FileKind {
  const major = text.slice(8, 12)
  if (major === "crx ") return "raw"
  const generic = major === "mif1" || major === "msf1"
  const brands = generic ? text.slice(16, text.charCodeAt(2) * 256 + text.charCodeAt(3)) : major
  if (/avi[fs]/.test(brands)) return "avif"
  return generic || /^he[iv][cxms]/.test(major) ? "heic" : "video"
}
