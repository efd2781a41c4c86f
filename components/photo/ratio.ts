type Size = { width: number; height: number }

const narrowest = 0.5
const widest = 3

/** Width ÷ height as the grid lays it out: extremes are clamped, or one photo would take a whole screen. */
export const layoutRatio = ({ width, height }: Size) =>
  Number(Math.min(widest, Math.max(narrowest, width / height)).toFixed(4))

/** Whether the layout's shape differs from the photo's, so that it must be fitted in whole. */
export const isExtreme = ({ width, height }: Size) => width / height < narrowest || width / height > widest
