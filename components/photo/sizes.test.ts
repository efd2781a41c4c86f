import { describe, expect, it } from "vitest"
import { stageShown, tileShown } from "./sizes"

describe("tileShown", () => {
  it("says a width for each breakpoint, the widest screen first", () => {
    expect(tileShown(1.5).sizes).toBe(
      "(min-width: 1680px) 648px, (min-width: 1200px) 525px, (min-width: 640px) 450px, min(100vw, 399px)",
    )
  })

  it("never asks for more than the screen on a phone", () => {
    expect(tileShown(3).sizes).toContain("min(100vw, 640px)")
  })

  it("knows the most pixels that the tile takes", () => {
    expect(tileShown(0.5).most).toBe(216)
    expect(tileShown(3).most).toBe(1296)
  })
})

describe("stageShown", () => {
  it("is bounded by the window's height on a desk and by its width on a phone", () => {
    expect(stageShown(2 / 3).sizes).toBe(
      "(min-width: 896px) min(calc(100vw - 464px), calc((100vh - 92px) * 0.667)), 100vw",
    )
  })
})
