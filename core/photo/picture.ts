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
  /** See `editionOf`. */
  edition?: number | undefined
}

type Edition = Pick<Picture, "photoId" | "version" | "edition">

/**
 * Which edition the copies at the CDN are. The variants in `private/` keep their names as long as the photo lives; the
 * copies get new ones after each time that they were withdrawn, as caches may hold an address for a year.
 */
export const editionOf = ({ version, edition }: Edition) => edition ?? version

/** Whether two cards have their copies at the same addresses. */
export const sharesAddress = (a: Edition, b: Edition) =>
  a.photoId === b.photoId && editionOf(a) === editionOf(b)

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

function address(picture: Picture, size: number, format: "avif" | "jpg") {
  if (!picture.public) return `/api/media/${picture.photoId}/${size}.${format}`
  return `${config.mediaUrl}/${publicKey(picture, { size, format })}`
}

type Name = { size: number; format: "avif" | "jpg" }

const publicKey = (picture: Edition, name: Name) =>
  Storage.variantKey({ kind: "public", photoId: picture.photoId, version: editionOf(picture), ...name })

/** The keys of a picture's copies for the CDN. */
export const publicKeys = (picture: Picture): string[] =>
  variantNames(picture.width, picture.height).map((name) => publicKey(picture, name))

/** Gives the variants of a picture to the CDN. @throws Error that `Storage.isMissing` knows when the photo is gone */
export async function expose(picture: Picture): Promise<void> {
  const { photoId, version, width, height } = picture
  const copies = variantNames(width, height).map((name) => {
    const master = Storage.variantKey({ kind: "private", photoId, version, ...name })
    return Storage.copy(config.mediaBucket, master, publicKey(picture, name))
  })
  await Promise.all(copies)
}

/** Removes the copies of this edition of a picture from where the CDN reads. */
export async function withdraw(picture: Edition): Promise<void> {
  const prefix = `${Storage.variantPrefix("public", picture.photoId)}${editionOf(picture)}-`
  await Storage.removeAll(config.mediaBucket, prefix)
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

/** Removes the copies of a photo that stands beside a name from where the CDN reads. @returns their keys */
export async function withdrawSmall(picture: Picture): Promise<string[]> {
  const { photoId, width, height } = picture
  await Storage.removeAll(config.mediaBucket, Storage.variantPrefix("public", photoId))
  return smallVariantNames(width, height).map((name) => publicKey(picture, name))
}
