/** Nominal sizes of the variants: a picture is fitted into a square of that side, and the side names the file. */
export const avifSizes = [320, 640, 1280, 2048] as const
export const jpegSizes = [640, 1280] as const
export type VariantSize = (typeof avifSizes)[number]

type Dimensions = { width: number; height: number }

/**
 * A picture's dimensions inside a square of `size`, never enlarged. Both are to be given to a resize: the library's own
 * "inside" scales by one factor, which leaves the edges a part of a pixel off where a side does not come out whole.
 */
export function inside({ width, height }: Dimensions, size: number): Dimensions {
  const scale = Math.min(1, size / Math.max(width, height))
  const scaled = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: scaled(width), height: scaled(height) }
}

/**
 * The sizes to make of a picture whose longer side is `longest`: all that are smaller, and one at its own size under
 * the next name. So the smallest always exists, and nothing is enlarged.
 */
export function sizesFor<Size extends number>(sizes: readonly Size[], longest: number): Size[] {
  const own = sizes.find((size) => size >= longest)
  return sizes.filter((size) => size < longest || size === own)
}
