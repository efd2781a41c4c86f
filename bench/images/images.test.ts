import { describe, expect, it } from "vitest"
import { replaceMarked } from "./document"
import { between, bytesAt } from "./equal-quality"
import { tilesOver } from "./mosaic"
import { readOptions } from "./options"
import { rotate } from "./rounds"
import { childrensTime } from "./run-tool"
import { table } from "./table"
import { isMet, targetsOf } from "./targets"
import { median, typical } from "./usage"

describe("a mosaic", () => {
  it.each([
    [4032, 3024],
    [8064, 6048],
    [1, 1],
  ])("of %d × %d is covered by tiles that every photo fills", (width, height) => {
    const tiles = tilesOver(width, height)
    const area = tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0)
    expect(Math.max(...tiles.map((tile) => tile.left + tile.width))).toBeGreaterThanOrEqual(width)
    expect(Math.max(...tiles.map((tile) => tile.top + tile.height))).toBeGreaterThanOrEqual(height)
    expect(area).toBeLessThan(1.01 * width * height + 1)
    expect(new Set(tiles.map(({ left, top }) => `${left} ${top}`)).size).toBe(tiles.length)
    for (const tile of tiles) {
      expect(tile.width).toBeLessThanOrEqual(1060)
      expect(tile.height).toBeLessThanOrEqual(660)
    }
  })
})

describe("the bytes at equal quality", () => {
  /** An encoder whose bytes double with every eight steps of quality. */
  const encode = async (quality: number) => ({ bytes: 2 ** (quality / 8), similarity: 0.9 + quality / 1000 })
  const at = async (quality: number) => ({ quality, ...(await encode(quality)) })

  it.each([30, 50, 51, 71, 90])("are found upwards and downwards: %d", async (quality) => {
    const { similarity, bytes } = await at(quality)
    expect(await bytesAt(similarity, await at(50), encode)).toBeCloseTo(bytes, 6)
  })

  it("are those of the best setting where none is good enough", async () => {
    expect(await bytesAt(2, await at(50), encode)).toBe((await at(98)).bytes)
  })

  it("lie between two settings that are the same", async () => {
    const [a, b] = [await at(50), { ...(await at(50)), bytes: 100 }]
    expect(between(a, b, a.similarity)).toBeCloseTo((a.bytes + 100) / 2)
  })
})

describe("measuring", () => {
  it("reads the time of a shell's children", () => {
    expect(childrensTime("0m9.000s 0m9.000s\n1m2.250s 0m0.500s\n")).toBe(62.75)
    expect(() => childrensTime("")).toThrow("make no sense")
  })

  it("takes the middle of the times and the largest memory", () => {
    const usages = [3, 1, 2].map((n) => ({ cpu: n, wall: 10 * n, memory: 100 * n }))
    expect(typical(usages)).toEqual({ cpu: 2, wall: 20, memory: 300 })
    expect(typical([{ cpu: 1, wall: 1 }])).toEqual({ cpu: 1, wall: 1 })
    expect(median([1, 2])).toBe(1.5)
  })

  it("lets everybody begin once", () => {
    const beginners = [0, 1, 2, 3].map((round) => rotate(["a", "b", "c"], round).join(""))
    expect(beginners).toEqual(["abc", "bca", "cab", "abc"])
  })
})

describe("the targets", () => {
  const photo = { name: "", file: "", megapixels: 12, longest: 4032 }
  const good = { photo, eager: 0.1, fast: 0.05, decode: 0.1, tools: new Map(), memory: 200 * 2 ** 20 }
  const figures = { ...good, bytes: { asWritten: 0.5, equal: 0.6, sameFiles: 1.1 } }
  const refusal = { name: "", reason: "too_many_pixels", milliseconds: 2, grownBytes: 0 }
  const missed = (...args: Parameters<typeof targetsOf>) =>
    targetsOf(...args)
      .filter((target) => !isMet(target))
      .map(({ what }) => what)

  it("are met or missed by the photo that does worst", () => {
    expect(missed([figures], [refusal])).toEqual([])
    expect(missed([figures, { ...figures, eager: 0.16 }], [refusal])).toEqual(["CPU, eager / naive"])
  })

  it("ask for memory up to 27 megapixels, and are missed where it is not known", () => {
    const memory = 301 * 2 ** 20
    const large = { ...figures, memory, photo: { ...photo, megapixels: 48 } }
    expect(missed([figures, large], [refusal])).toEqual([])
    expect(missed([{ ...figures, memory }], [refusal])).toEqual(["Peak memory up to 27 megapixels"])
    expect(missed([large], [refusal])).toEqual(["Peak memory up to 27 megapixels"])
  })

  it("are missed by a bomb that is taken", () => {
    expect(missed([figures], [{ ...refusal, reason: "taken" }])).toEqual(["Time to refuse a pixel bomb"])
  })
})

describe("the report", () => {
  it("aligns its tables", () => {
    expect(
      table(
        ["Photo", "x"],
        [
          ["12 MP", "10.5"],
          ["–", "–"],
        ],
      ),
    ).toBe("| Photo |    x |\n| ----- | ---: |\n| 12 MP | 10.5 |\n| –     |    – |")
  })

  it("replaces what is between the marks and nothing else", () => {
    const [start, end] = ["start", "end"].map((word) => `<!-- npm run bench -- images --write: ${word} -->`)
    const once = replaceMarked(`before\n${start}\nold\n${end}\nafter`, "new")
    expect(once).toBe(`before\n${start}\n\nnew\n\n${end}\nafter`)
    expect(replaceMarked(once, "new")).toBe(once)
    expect(() => replaceMarked("nothing", "new")).toThrow("marks")
  })
})

describe("the options", () => {
  it("have their defaults", () => {
    expect(readOptions([])).toMatchObject({ rounds: 3, quick: false, write: false, assert: false })
    expect(readOptions(["--quick"]).rounds).toBe(1)
    expect(readOptions(["--quick", "--rounds", "2"]).rounds).toBe(2)
  })

  it.each([["--rounds", "0"], ["--rounds", "1.5"], ["--fast"], ["12mp"]])("refuse %s %s", (...args) => {
    expect(() => readOptions(args)).toThrow(TypeError)
  })
})
