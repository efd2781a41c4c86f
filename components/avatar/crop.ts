/** CSS pixels across the circle in which a photo is placed. */
export const circle = 160

export type Point = { x: number; y: number }
export type Axis = keyof Point

/** Along which side a photo of this ratio (width ÷ height) can be moved in a circle; a square one cannot be. */
export const axisOf = (ratio: number): Axis | undefined =>
  Math.abs(ratio - 1) < 0.01 ? undefined : ratio > 1 ? "x" : "y"

/** The size of a photo whose shorter side fills the circle. */
export const sizeOf = (ratio: number) =>
  ratio > 1 ? { width: circle * ratio, height: circle } : { width: circle, height: circle / ratio }

/** How far the middle of the photo lies from that of the circle, when a point of it is to stay in sight. */
export function offsetOf(ratio: number, { x, y }: Point) {
  const { width, height } = sizeOf(ratio)
  return { left: (0.5 - x) * (width - circle), top: (0.5 - y) * (height - circle) }
}

/** The point after the photo was dragged by some pixels: to the right shows more of its left. */
export function dragged(ratio: number, { x, y }: Point, by: { left: number; top: number }): Point {
  const { width, height } = sizeOf(ratio)
  return {
    x: width > circle ? within(x - by.left / (width - circle)) : x,
    y: height > circle ? within(y - by.top / (height - circle)) : y,
  }
}

/** The place on its axis after a key was pressed; undefined for keys that mean nothing here. */
export function stepped(place: number, key: string): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return within(place + 0.02)
    case "ArrowLeft":
    case "ArrowUp":
      return within(place - 0.02)
    case "PageDown":
      return within(place + 0.1)
    case "PageUp":
      return within(place - 0.1)
    case "Home":
      return 0
    case "End":
      return 1
    default:
      return undefined
  }
}

const within = (place: number) => Math.round(Math.min(1, Math.max(0, place)) * 1000) / 1000
