import { expect, it } from "vitest"
import { suggestHandle } from "./suggest-handle.schema"

it.each([
  ["Mika Hoshino", "mika.hoshino"],
  ["Tomás Arrieta", "tomas.arrieta"],
  ["Síle O’Connor", "sile.oconnor"],
  ["  Ａｄａ  ", "ada"],
  ["J. R. R. Tolkien", "j.r.r.tolkien"],
  ["星野 美香", ""],
  ["星野 Mika", "mika"],
  ["Al", ""],
  ["", ""],
])("%s → %s", (name, handle) => {
  expect(suggestHandle(name)).toBe(handle)
})

it("keeps within thirty characters and ends with a letter", () => {
  expect(suggestHandle(`${"a".repeat(29)} ${"b".repeat(9)}`)).toBe("a".repeat(29))
  expect(suggestHandle("x".repeat(40))).toHaveLength(30)
})
