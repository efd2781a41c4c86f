import { XMLValidator } from "fast-xml-parser"
import { expect, it } from "vitest"
import { api } from "@/testing/api"
import { given } from "@/testing/given"

it("the offline page needs nothing but itself and is the same for everybody", async () => {
  const ada = await given.person()
  const page = await api("GET /offline")
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8")
  expect(page.text).toContain("<h1>You are offline</h1>")
  expect(page.text).not.toMatch(/<script|<link|src=|url\(|@import/)
  expect(/<style>(.*?)<\/style>/s.exec(page.text)?.[1]).not.toMatch(/[&<>"']/)
  expect(XMLValidator.validate(page.text.replace("<!doctype html>", ""))).toBe(true)
  expect((await api("GET /offline", { as: ada })).text).toBe(page.text)
  const japanese = await api("GET /offline?lang=ja")
  expect(japanese.text).toContain('<html lang="ja">')
  expect(japanese.text).toContain("オフラインです")
})
