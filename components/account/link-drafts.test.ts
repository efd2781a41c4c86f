import { expect, it } from "vitest"
import { linksOf, written } from "./link-drafts"

const draft = (url: string, label = "") => ({ key: url, url, label })

it("takes an address as people type it, and hides no other scheme behind https", () => {
  const typed = [
    "arrieta.example",
    " https://a.example ",
    "HTTP://a.example",
    "a.example:8080/x",
    "javascript:alert(1)",
  ]
  expect(linksOf(typed.map((url) => draft(url))).map(({ url }) => url)).toEqual([
    "https://arrieta.example",
    "https://a.example",
    "HTTP://a.example",
    "https://a.example:8080/x",
    "javascript:alert(1)",
  ])
})

it("leaves out empty rows and empty labels", () => {
  const drafts = [draft("a.example", " "), draft(" "), draft("", "Prints")]
  expect(linksOf(written(drafts))).toEqual([
    { url: "https://a.example" },
    { url: "https://", label: "Prints" },
  ])
})
