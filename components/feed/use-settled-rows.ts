import { type RefObject, useLayoutEffect } from "react"
import { settledTiles } from "./rows"

/**
 * Holds back the unfinished last row while more is to come, so that no photo changes its size once it was
 * seen; shows everything at the end.
 * @param rows the grid, whose children are the tiles
 */
export function useSettledRows(
  rows: RefObject<HTMLElement | null>,
  ratios: readonly number[],
  more: boolean,
) {
  useLayoutEffect(() => {
    const grid = rows.current
    if (!grid) return
    const settle = () => {
      const style = getComputedStyle(grid)
      const measures = {
        width: grid.clientWidth,
        rowHeight: Number.parseFloat(style.getPropertyValue("--row-height")),
        gap: Number.parseFloat(style.getPropertyValue("--row-gap")),
      }
      const shown = more ? settledTiles(ratios, measures) : ratios.length
      grid.toggleAttribute("data-held", shown < ratios.length)
      for (const [index, tile] of [...grid.children].entries()) tile.toggleAttribute("hidden", index >= shown)
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(grid)
    return () => observer.disconnect()
  }, [rows, ratios, more])
}
