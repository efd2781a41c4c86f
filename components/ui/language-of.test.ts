import { expect, it } from "vitest"
import { languageOf } from "./language-of"

it("knows Japanese by its kana, and by kanji that stand alone", () => {
  expect(languageOf("息が白くなる音まで")).toBe("ja")
  expect(languageOf("Fuji 富士山にて")).toBe("ja")
  expect(languageOf("富士山")).toBe("ja")
})

it("leaves everything else unknown", () => {
  expect(languageOf("Last boats in.")).toBe("")
  expect(languageOf("Mount Fuji 富士山")).toBe("")
  expect(languageOf("")).toBe("")
})
