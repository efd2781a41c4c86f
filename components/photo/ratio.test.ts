import { expect, it } from "vitest"
import { isExtreme, layoutRatio } from "./ratio"

it("keeps the ratio of usual photos to four places", () => {
  expect(layoutRatio({ width: 1000, height: 667 })).toBe(1.4993)
  expect(isExtreme({ width: 3000, height: 1000 })).toBe(false)
})

it("clamps panoramas and scrolls", () => {
  expect(layoutRatio({ width: 9000, height: 1000 })).toBe(3)
  expect(layoutRatio({ width: 100, height: 1000 })).toBe(0.5)
  expect(isExtreme({ width: 3001, height: 1000 })).toBe(true)
  expect(isExtreme({ width: 499, height: 1000 })).toBe(true)
})
