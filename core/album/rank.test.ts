import { describe, expect, it } from "vitest"
import { rankAfter, rankBetween } from "./rank"

/** The same numbers on every run. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

describe("ranks", () => {
  it("of ten thousand photos, one after the other, sort as text and stay short", () => {
    const ranks: string[] = []
    for (let n = 0; n < 10_000; n++) ranks.push(rankAfter(ranks.at(-1)))
    expect([...ranks].sort()).toEqual(ranks)
    expect(new Set(ranks).size).toBe(10_000)
    expect(Math.max(...ranks.map(({ length }) => length))).toBe(4)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("are found anywhere, however often: seed %i", (seed) => {
    const luck = dice(seed)
    const ranks = ["a0"]
    for (let n = 0; n < 2000; n++) {
      const at = Math.floor(luck() * (ranks.length + 1))
      const rank = rankBetween(ranks[at - 1], ranks[at])
      if (at > 0) expect(rank > (ranks[at - 1] ?? "")).toBe(true)
      if (at < ranks.length) expect(rank < (ranks[at] ?? "")).toBe(true)
      ranks.splice(at, 0, rank)
    }
  })

  it.each(["first", "before the last", "after the first"])("leave room %s, again and again", (where) => {
    const ranks = ["a0", "a1"]
    for (let n = 0; n < 500; n++) {
      const at = where === "first" ? 0 : where === "after the first" ? 1 : ranks.length - 1
      ranks.splice(at, 0, rankBetween(ranks[at - 1], ranks[at]))
    }
    expect([...ranks].sort()).toEqual(ranks)
    expect(Math.max(...ranks.map(({ length }) => length))).toBeLessThan(110)
  })

  it("have room beyond the turn of every number of digits", () => {
    for (const [low, high] of [
      ["az", "b00"],
      ["Zz", "a0"],
      ["bzz", "c000"],
      ["a0V", "a1"],
    ] as const) {
      const rank = rankBetween(low, high)
      expect([low, rank, high].sort()).toEqual([low, rank, high])
    }
    expect([rankAfter("az"), rankAfter("bzz")]).toEqual(["b00", "c000"])
    expect(() => rankBetween("a1", "a1")).toThrow()
  })
})
