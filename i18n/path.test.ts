import { expect, it } from "vitest"
import { getPathname, withoutLocale } from "./path"

it("puts every language but English below its own prefix", () => {
  expect(getPathname({ href: "/", locale: "en" })).toBe("/")
  expect(getPathname({ href: "/p/pst_1", locale: "en" })).toBe("/p/pst_1")
  expect(getPathname({ href: "/", locale: "ja" })).toBe("/ja")
  expect(getPathname({ href: "/p/pst_1", locale: "ja" })).toBe("/ja/p/pst_1")
  expect(getPathname({ href: "/?cursor=a/", locale: "ja" })).toBe("/ja?cursor=a/")
})

it("escapes what a query holds", () => {
  expect(getPathname({ href: { pathname: "/signin", query: { next: "/ja/u/a b" } }, locale: "ja" })).toBe(
    "/ja/signin?next=%2Fja%2Fu%2Fa+b",
  )
})

it("takes the language off again", () => {
  expect(withoutLocale("/ja")).toBe("/")
  expect(withoutLocale("/ja/u/ada")).toBe("/u/ada")
  expect(withoutLocale("/en")).toBe("/")
  expect(withoutLocale("/jam/ja")).toBe("/jam/ja")
  expect(withoutLocale("/")).toBe("/")
})
