import type { VariantView } from "@/core/photo/photo.schema"

type Wanted = {
  type: VariantView["type"]
  /** The largest variant to offer, by its longer side. */
  largest: number
  /** The most CSS pixels the picture is wide. */
  most: number
}

// More than two device pixels a CSS pixel cost bytes that nobody sees.
const densityCap = 2

/** The variants worth offering, smallest first: nothing beyond `largest` or two device pixels a CSS pixel. */
export function offered(variants: readonly VariantView[], { type, largest, most }: Wanted) {
  const fitting = variants
    .filter((variant) => variant.type === type && Math.max(variant.width, variant.height) <= largest)
    .sort((a, b) => a.width - b.width)
  const enough = fitting.findIndex((variant) => variant.width >= most * densityCap)
  return enough < 0 ? fitting : fitting.slice(0, enough + 1)
}

/** `srcset` with width descriptors. */
export const srcSet = (variants: readonly VariantView[]) =>
  variants.map(({ url, width }) => `${url} ${width}w`).join(", ")
