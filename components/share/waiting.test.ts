import { expect, it } from "vitest"
import { decided, refreshed, startOf, ticked, withMore } from "./waiting"

const page = (letters: string, nextCursor: string | null = null) => ({
  items: [...letters].map((photoId) => ({ photoId })),
  nextCursor,
})
const start = (letters: string, cursor: string | null = null) =>
  startOf(page(letters, cursor), ({ photoId }) => photoId)
const shown = ({ items }: ReturnType<typeof start>) => items.map(({ photoId }) => photoId).join("")

it("keeps what is ticked when another one is decided about", () => {
  const waiting = decided(ticked(ticked(start("abcd"), "b"), "c"), ["a"])
  expect([shown(waiting), [...waiting.chosen]]).toEqual(["bcd", ["b", "c"]])
})

it("no longer has ticked what is decided about", () => {
  const waiting = decided(ticked(ticked(start("abcd"), "b"), "c"), ["b"])
  expect([shown(waiting), [...waiting.chosen]]).toEqual(["acd", ["c"]])
})

it("ticks and unticks", () => {
  expect([...ticked(ticked(start("ab"), "a"), "a").chosen]).toEqual([])
})

it("keeps further pages and what is ticked when the page is read again", () => {
  const further = withMore(start("ab", "1"), page("cd"))
  const waiting = refreshed(decided(ticked(further, "d"), ["a"]), page("bc", "2"))
  expect([shown(waiting), waiting.cursor, [...waiting.chosen]]).toEqual(["bcd", null, ["d"]])
})

it("begins with the page once nothing is left, without what was decided about since it was read", () => {
  const empty = decided(start("ab", "1"), ["a", "b"])
  const early = refreshed(empty, page("bc", "2"))
  expect([shown(early), early.cursor]).toEqual(["c", "2"])
  const none = refreshed(empty, page("b"))
  expect([shown(none), none.cursor]).toEqual(["", null])
})

it("takes each page once", () => {
  const first = page("ab")
  const empty = decided(
    startOf(first, ({ photoId }) => photoId),
    ["a", "b"],
  )
  expect(refreshed(empty, first)).toBe(empty)
})
