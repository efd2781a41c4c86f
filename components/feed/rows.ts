/** The measures of a justified grid in CSS pixels: its width, its target row height and its gap. */
export type Measures = { width: number; rowHeight: number; gap: number }

/**
 * Where the browser breaks the rows: a tile wants `ratio × rowHeight` and goes to the next row when it
 * does not fit any more.
 * @param ratios layout ratios, in order
 * @returns how many tiles each row holds
 */
export function rowLengths(ratios: readonly number[], { width, rowHeight, gap }: Measures): number[] {
  const lengths: number[] = []
  let used = Number.POSITIVE_INFINITY
  for (const ratio of ratios) {
    const wanted = ratio * rowHeight
    if (used + gap + wanted > width) {
      lengths.push(0)
      used = wanted
    } else used += gap + wanted
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
  }
  return lengths
}

/**
 * How many tiles may be shown while more are to come: all but those of the last row, which would change
 * size when it is filled. A single row is shown as it is.
 */
export function settledTiles(ratios: readonly number[], measures: Measures): number {
  const lengths = rowLengths(ratios, measures)
  return lengths.length < 2 ? ratios.length : ratios.length - (lengths.at(-1) ?? 0)
}

const desk: Measures = { width: 1376, rowHeight: 250, gap: 6 }

/** How many tiles the first row holds on a usual desk: they are loaded at once. */
export const firstRowTiles = (ratios: readonly number[]): number => rowLengths(ratios, desk)[0] ?? 0
