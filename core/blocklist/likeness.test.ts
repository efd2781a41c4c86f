import { expect, it } from "vitest"
import { alike, bandsOf, distance, isTelling } from "./likeness"

const some = "9f3a61c07be2d418"
const flipped = (bits: number[]) =>
  bits
    .reduce((hash, bit) => hash ^ (1n << BigInt(bit)), BigInt(`0x${some}`))
    .toString(16)
    .padStart(16, "0")

it("whatever seven bits differ, one part of eight is the same, so that a look-up finds it", () => {
  for (let start = 0; start < 64; start++) {
    for (const stride of [1, 5, 8, 9, 13]) {
      const other = flipped(Array.from({ length: alike }, (_, at) => (start + at * stride) % 64))
      expect(distance(some, other)).toBeLessThanOrEqual(alike)
      const parts = bandsOf(other).map(({ band, bits }) => `${band}${bits}`)
      expect(bandsOf(some).some(({ band, bits }) => parts.includes(`${band}${bits}`))).toBe(true)
    }
  }
})

it("a wall or a sky looks like every other, and tells nothing", () => {
  expect(isTelling("0000000000000000")).toBe(false)
  expect(isTelling("ffffffffffffffff")).toBe(false)
  expect(isTelling("0000000000000fff")).toBe(true)
  expect(isTelling(some)).toBe(true)
})
