/** Nominal sizes of the variants: a picture is fitted into a square of that side, and the side names the file. */
export const avifSizes = [320, 640, 1280, 2048] as const
export const jpegSizes = [640, 1280] as const
export type VariantSize = (typeof avifSizes)[number]

/**
 * The sizes to make of a picture whose longer side is `longest`: all that are smaller, and one at its own size under
 * the next name. So the smallest always exists, and nothing is enlarged.
 */
export function sizesFor<Size extends number>(sizes: readonly Size[], longest: number): Size[] {
  const own = sizes.find((size) => size >= longest)
  return sizes.filter((size) => size < longest || size === own)
}
