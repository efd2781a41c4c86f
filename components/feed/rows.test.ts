import { describe, expect, it } from "vitest"
import { firstRowTiles, rowLengths, settledTiles } from "./rows"

const phone = { width: 390, rowHeight: 140, gap: 3 }

describe("rowLengths", () => {
  it("breaks where the next tile does not fit with its gap", () => {
    // 140 + 3 + 140 + 3 + 104 = 390 fits exactly; a hair more does not.
    expect(rowLengths([1, 1, 104 / 140], phone)).toEqual([3])
    expect(rowLengths([1, 1, 104.1 / 140], phone)).toEqual([2, 1])
  })

  it("gives a tile wider than the grid a row of its own", () => {
    expect(rowLengths([1, 3, 1], phone)).toEqual([1, 1, 1])
  })

  it("has no rows without tiles", () => {
    expect(rowLengths([], phone)).toEqual([])
  })
})

describe("settledTiles", () => {
  it("holds back the last row", () => {
    expect(settledTiles([1.5, 0.7, 1.5, 1.5], phone)).toBe(3)
    expect(settledTiles([1.5, 1.5, 1.5], phone)).toBe(2)
  })

  it("shows a single row rather than nothing", () => {
    expect(settledTiles([1, 1], phone)).toBe(2)
    expect(settledTiles([], phone)).toBe(0)
  })
})

describe("firstRowTiles", () => {
  it("counts the tiles of the first row on a desk", () => {
    expect(firstRowTiles([1.5, 1.5, 1.5, 1.5])).toBe(3)
    expect(firstRowTiles([0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7])).toBe(7)
    expect(firstRowTiles([])).toBe(0)
  })
})
