import { config } from "../config"
import { avifSizes, inside, jpegSizes, sizesFor } from "../image/sizes"
import { Storage } from "../storage"
import type { PictureView, VariantView } from "./photo.schema"

/** What a row must know of a photo to show it. */
export type Picture = {
  photoId: string
  width: number
  height: number
  color: string
  thumbhash: string
  version: number
  /** Whether the CDN has the variants. */
  public: boolean
}

/** A picture with the addresses of its variants: at the CDN when public, else through the checked redirect. */
export function pictureView(picture: Picture): PictureView {
  const { photoId, width, height, color, thumbhash } = picture
  return { photoId, width, height, color, thumbhash, variants: variants(picture) }
}

function variants(picture: Picture): VariantView[] {
  const longest = Math.max(picture.width, picture.height)
  // As the pipeline does it: each is made from the largest, whose sides are whole numbers.
  const largest = inside(picture, Math.max(...avifSizes))
  const view = (format: "avif" | "jpg", type: VariantView["type"]) => (size: number) => {
    return { url: address(picture, size, format), ...inside(largest, size), type }
  }
  return [
    ...sizesFor(avifSizes, longest).map(view("avif", "image/avif")),
    ...sizesFor(jpegSizes, longest).map(view("jpg", "image/jpeg")),
  ]
}

function address({ photoId, version, public: open }: Picture, size: number, format: "avif" | "jpg") {
  if (!open) return `/api/media/${photoId}/${size}.${format}`
  return `${config.mediaUrl}/${Storage.variantKey({ kind: "public", photoId, version, size, format })}`
}

/** Nominal size and format of every variant of a picture of these dimensions. */
export function variantNames(width: number, height: number) {
  const longest = Math.max(width, height)
  return [
    ...sizesFor(avifSizes, longest).map((size) => ({ size, format: "avif" as const })),
    ...sizesFor(jpegSizes, longest).map((size) => ({ size, format: "jpg" as const })),
  ]
}

/** The longest side of what stands beside a name. */
const small = 640

/** The small variants of a picture, for beside a name; only these become public with it. */
export const smallVariants = (picture: Picture): VariantView[] =>
  variants(picture).filter(({ width, height }) => Math.max(width, height) <= small)

/** Nominal size and format of the small variants. */
export const smallVariantNames = (width: number, height: number) =>
  variantNames(width, height).filter(({ size }) => size <= small)
