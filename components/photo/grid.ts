/**
 * The justified grid in numbers, the same as `--row-height` in app/styles/tokens.css.
 * `growth` is how much a row usually grows above its target height to fill the width: the narrower
 * the screen, the fewer photos share a row and the more it grows.
 */
export const grid = [
  { minWidth: 1680, rowHeight: 320, growth: 1.35 },
  { minWidth: 1200, rowHeight: 250, growth: 1.4 },
  { minWidth: 640, rowHeight: 200, growth: 1.5 },
  { minWidth: 0, rowHeight: 140, growth: 1.9 },
] as const

/** Where the phone's layout ends: no tile is wider than this below it. */
export const phoneWidth = 640
