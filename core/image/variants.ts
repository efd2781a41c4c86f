import type { Sharp } from "sharp"
import { TIMEOUT } from "./decode"
import { type Pixels, tagged, untagged } from "./pixels"
import { avifSizes, inside, jpegSizes, sizesFor, type VariantSize } from "./sizes"

export type VariantFormat = "avif" | "jpg"

/** What the original is decoded to, once. */
export const LARGEST = 2048
/** What every photo has as AVIF. */
export const SMALLEST = 320

/** `size` is the square that the picture was fitted into; width and height are the real ones. */
export type Variant = {
  size: VariantSize
  format: VariantFormat
  width: number
  height: number
  bytes: Buffer
}

const SIZES: Record<VariantFormat, readonly VariantSize[]> = { avif: avifSizes, jpg: jpegSizes }

export type AvifSettings = Record<VariantSize, { quality: number; effort: number }>

/** Of equal visual quality; the slower effort pays only where the picture is small enough to be quick. */
export const avifSettings: AvifSettings = {
  320: { quality: 56, effort: 3 },
  640: { quality: 56, effort: 3 },
  1280: { quality: 54, effort: 3 },
  2048: { quality: 54, effort: 0 },
}

type Encoder = (picture: Sharp, settings: AvifSettings[VariantSize]) => Sharp

const ENCODERS: Record<VariantFormat, Encoder> = {
  avif: (picture, settings) => picture.avif({ ...settings, chromaSubsampling: "4:4:4" }),
  jpg: (picture) => picture.jpeg({ quality: 72, progressive: true }),
}

/** The picture at one size, in the same colour space. */
export async function fitInside(pixels: Pixels, size: VariantSize): Promise<Pixels> {
  if (size >= Math.max(pixels.width, pixels.height)) return pixels
  const target = inside(pixels, size)
  const data = await untagged(pixels)
    .resize({ ...target, fit: "fill" })
    .raw()
    .toBuffer()
  return { data, ...target, space: pixels.space }
}

/**
 * Every variant of a picture, the largest first. One after the other: a photo is the work of one core, and its memory
 * stays that of one encoder. The bytes depend on the pixels and the settings alone.
 */
export async function encodeAll(top: Pixels, settings = avifSettings): Promise<Variant[]> {
  const variants: Variant[] = []
  for (const size of avifSizes.toReversed()) {
    const formats = formatsFor(size, Math.max(top.width, top.height))
    if (formats.length === 0) continue
    const pixels = await fitInside(top, size)
    const { width, height } = pixels
    const picture = (await tagged(pixels)).timeout({ seconds: TIMEOUT })
    for (const format of formats) {
      const bytes = await ENCODERS[format](picture.clone(), settings[size]).toBuffer()
      variants.push({ size, format, width, height, bytes })
    }
  }
  return variants
}

function formatsFor(size: VariantSize, longest: number): VariantFormat[] {
  const formats: VariantFormat[] = ["avif", "jpg"]
  return formats.filter((format) => sizesFor(SIZES[format], longest).includes(size))
}
