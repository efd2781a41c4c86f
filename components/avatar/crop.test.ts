import { expect, it } from "vitest"
import { axisOf, circle, dragged, offsetOf, sizeOf, stepped } from "./crop"

const middle = { x: 0.5, y: 0.5 }

it("moves a photo along its longer side alone", () => {
  expect([axisOf(1.5), axisOf(0.66), axisOf(1), axisOf(1.005)]).toEqual(["x", "y", undefined, undefined])
  expect(dragged(2, middle, { left: 40, top: 40 })).toEqual({ x: 0.25, y: 0.5 })
  expect(dragged(0.5, middle, { left: 40, top: 40 })).toEqual({ x: 0.5, y: 0.25 })
  expect(dragged(1, middle, { left: 40, top: 40 })).toEqual(middle)
})

it("fills the circle whatever the ratio, and never leaves it", () => {
  expect([sizeOf(2), sizeOf(0.5), sizeOf(1)]).toEqual([
    { width: 2 * circle, height: circle },
    { width: circle, height: 2 * circle },
    { width: circle, height: circle },
  ])
  for (const ratio of [2, 0.5]) {
    for (const [by, edge] of [
      [-9999, 1],
      [9999, 0],
    ] as const) {
      const point = dragged(ratio, middle, { left: by, top: by })
      const { left, top } = offsetOf(ratio, point)
      const { width, height } = sizeOf(ratio)
      expect(point[ratio > 1 ? "x" : "y"]).toBe(edge)
      expect(Math.abs(left) + circle / 2).toBeLessThanOrEqual(width / 2)
      expect(Math.abs(top) + circle / 2).toBeLessThanOrEqual(height / 2)
    }
  }
})

it("stays under the finger: the photo moves as far as it was dragged", () => {
  const before = offsetOf(1.8, middle).left
  expect(offsetOf(1.8, dragged(1.8, middle, { left: 23, top: 0 })).left - before).toBeCloseTo(23, 0)
})

it("moves by keys, to the edges and no further", () => {
  expect(["ArrowRight", "ArrowUp", "PageDown", "Home", "End", "a"].map((key) => stepped(0.5, key))).toEqual([
    0.52,
    0.48,
    0.6,
    0,
    1,
    undefined,
  ])
  expect([stepped(0.99, "ArrowDown"), stepped(0.05, "PageUp")]).toEqual([1, 0])
})
