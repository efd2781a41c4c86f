import { grid, phoneWidth } from "./grid"

/** How wide a picture is shown: for `sizes`, and the most CSS pixels it takes. */
export type Shown = { sizes: string; most: number }

/**
 * A tile of the justified grid.
 * @param ratio its layout ratio
 */
export function tileShown(ratio: number): Shown {
  const widths = grid.map(({ minWidth, rowHeight, growth }) => {
    const width = Math.round(ratio * rowHeight * growth)
    return { minWidth, width: minWidth === 0 ? Math.min(phoneWidth, width) : width }
  })
  return {
    sizes: widths
      .map(({ minWidth, width }) =>
        minWidth ? `(min-width: ${minWidth}px) ${width}px` : `min(100vw, ${width}px)`,
      )
      .join(", "),
    most: Math.max(...widths.map(({ width }) => width)),
  }
}

/**
 * A photo on the post page: beside the 400 px aside on a desk, where it also fits the window's height,
 * and edge to edge on a phone.
 * @param ratio width ÷ height, unclamped
 */
export const stageShown = (ratio: number): Shown => ({
  sizes: `(min-width: 896px) min(calc(100vw - 464px), calc((100vh - 92px) * ${ratio.toFixed(3)})), 100vw`,
  most: Number.POSITIVE_INFINITY,
})

/** A photo that has the room to itself. */
export const roomShown = (ratio: number): Shown => ({
  sizes: `min(100vw, calc((100vh - 120px) * ${ratio.toFixed(3)}))`,
  most: Number.POSITIVE_INFINITY,
})

/**
 * A photo in the home feed: as wide as its column, or as high as the window allows on a desk.
 * @param ratio its layout ratio
 */
export const cardShown = (ratio: number): Shown => ({
  sizes: `(min-width: 944px) min(880px, calc((100vh - 200px) * ${ratio.toFixed(3)})), 100vw`,
  most: 880,
})
