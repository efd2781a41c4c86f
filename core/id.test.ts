import { expect, it } from "vitest"
import { idOf, type Noun, newId, prefixes } from "./id"

const nouns = Object.keys(prefixes) as Noun[]

it.each(nouns)("an id of a %s fits its own schema and no other", (noun) => {
  const id = newId(noun)
  for (const other of nouns) expect(idOf(other).safeParse(id).success).toBe(other === noun)
})

it("ids strictly increase, also within a millisecond", () => {
  const ids = Array.from({ length: 2000 }, () => newId("post"))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

it.each([
  "",
  "pst_",
  "pst_01JD",
  `pst_${"I".repeat(26)}`,
  `pst_8${"0".repeat(25)}`,
  `PST_${"0".repeat(26)}`,
  `pst_${"0".repeat(26)}\n`,
])("%j is no id", (text) => {
  expect(idOf("post").safeParse(text).success).toBe(false)
})
