import { isAnimated } from "./animated"
import { readCamera } from "./camera"
import type { Camera } from "./camera.schema"
import { decode, readHeader } from "./decode"
import { dhash } from "./dhash"
import { exifBlock } from "./exif-block"
import { readLocation } from "./location"
import type { Location } from "./location.schema"
import { placeholder } from "./placeholder"
import { readReceipt } from "./receipt"
import type { Receipt } from "./receipt.schema"
import { ImageRejected } from "./rejected"
import { type ImageKind, sniff } from "./sniff"
import { encodeAll, fitInside, LARGEST, SMALLEST, type Variant } from "./variants"

export type { Camera } from "./camera.schema"
export type { Receipt } from "./receipt.schema"
export { ImageRejected, type RejectReason } from "./rejected"
export type { VariantSize } from "./sizes"
export { type ImageKind, sniff } from "./sniff"
export type { Variant, VariantFormat } from "./variants"

/** Everything there is to know about a photo, and what is shown of it. */
export type Processed = {
  /** What the bytes turned out to be. */
  kind: ImageKind
  /** Upright size of the original. */
  width: number
  height: number
  /** Average colour, "#rrggbb". */
  color: string
  /** base64 */
  thumbhash: string
  /** The file moves; only its first frame was taken. */
  animated: boolean
  /** How it looks, in 16 hex digits; see `dhash`. */
  dhash: string
  variants: Variant[]
  camera?: Camera
  /** Where it was taken, if the file says so. */
  location?: Location
  receipt: Receipt
}

const ACCEPTED = ["jpeg", "png", "webp", "gif", "avif", "heic"]

/**
 * Makes the variants of a photo and reads what its metadata says. It decodes once; the same bytes always give the same
 * variants, and none of them carries any metadata but a colour profile of our own.
 * Throws ImageRejected for a file that cannot become a photo. Any other error is the machine's, and worth a retry.
 */
export async function process(bytes: Buffer): Promise<Processed> {
  if (bytes.length === 0) throw new ImageRejected("empty")
  const kind = sniff(bytes)
  if (!ACCEPTED.includes(kind)) throw new ImageRejected("unsupported", kind)
  const header = await readHeader(bytes)
  const exif = exifBlock(header)
  const camera = await readCamera(exif)
  const location = await readLocation(exif, header.xmp)
  const top = await decode(bytes, header, LARGEST)
  const variants = await encodeAll(top)
  const small = await fitInside(top, SMALLEST)
  return {
    kind,
    ...header.autoOrient,
    ...(await placeholder(small)),
    dhash: await dhash(small),
    animated: isAnimated(bytes, kind, header),
    variants,
    ...(camera && { camera }),
    ...(location && { location }),
    receipt: readReceipt(header, exif),
  }
}
