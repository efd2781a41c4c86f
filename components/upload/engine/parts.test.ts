import { expect, it } from "vitest"
import { intact, missing, rangeOf } from "./parts"

const hashes = { sha256: "5a", partSize: 5, parts: ["aa", "bb", "cc"] }
const part = (partNumber: number, sha256: string) => ({ partNumber, byteLength: 5, sha256 })

it.each([
  [1, { start: 0, end: 5 }],
  [2, { start: 5, end: 10 }],
  [3, { start: 10, end: 12 }],
])("part %i of 12 bytes", (number, range) => {
  expect(rangeOf(number, 5, 12)).toEqual(range)
})

it("sends what storage lacks, and what it has wrong", () => {
  expect(missing([], hashes).map(({ partNumber }) => partNumber)).toEqual([1, 2, 3])
  const have = [part(3, "cc"), part(1, "xx")]
  expect(intact(have, hashes)).toEqual([part(3, "cc")])
  expect(missing(have, hashes)).toEqual([
    { partNumber: 1, sha256: "aa" },
    { partNumber: 2, sha256: "bb" },
  ])
  expect(missing([part(1, "aa"), part(2, "bb"), part(3, "cc")], hashes)).toEqual([])
})
