import { expect, it } from "vitest"
import { broken } from "../../testing/instagram"
import { mended, wordsOf } from "./words"

it.each(["こんにちは 🗼", "Zoë’s café", "plain", "", "\ud55c국어", "👨‍👩‍👧‍👦"])("mends %j", (words) => {
  expect(mended(broken(words))).toBe(words)
})

it("leaves alone what is not broken", () => {
  for (const words of ["café", "こんにちは", "naïve ½", "ÿ"]) expect(mended(words)).toBe(words)
})

it("keeps words as ours are: shown, and not too long", () => {
  expect(wordsOf(" a\0b\r\nc\u0007 ")).toBe("ab\nc")
  expect([...wordsOf("😀".repeat(3000))]).toHaveLength(2200)
  expect(wordsOf(undefined)).toBe("")
})
