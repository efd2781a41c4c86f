import { avifSizes, jpegSizes, sizesFor, type VariantSize } from "../../core/image/sizes"

export type Format = "avif" | "jpg" | "webp"
export type Output = { size: VariantSize; format: Format }

export const nameOf = ({ size, format }: Output) => `${size}.${format}`

const of = (format: Format, sizes: VariantSize[]): Output[] => sizes.map((size) => ({ size, format }))

/** The files that the product makes of a picture. Everybody makes the same ones. */
export const outputsFor = (longest: number): Output[] => [
  ...of("avif", sizesFor(avifSizes, longest)),
  ...of("jpg", sizesFor(jpegSizes, longest)),
]

/** What is usually made beside them. */
export const webpOutputsFor = (longest: number): Output[] => of("webp", sizesFor(avifSizes, longest))
