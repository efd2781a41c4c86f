import { expect, it } from "vitest"
import { appended } from "./opened"

const idOf = ({ id }: { id: string }) => id
const of = (letters: string) => [...letters].map((id) => ({ id }))
const page = (letters: string, nextCursor: string | null = null) => ({ items: of(letters), nextCursor })

it("puts a further page behind what is shown by then, whatever happened while it was loading", () => {
  const moved = { items: of("ba"), cursor: "1" }
  expect(appended(moved, "1", page("cd", "2"), idOf)).toEqual({ items: of("bacd"), cursor: "2" })
})

it("shows nothing twice", () => {
  expect(appended({ items: of("ab"), cursor: "1" }, "1", page("bc"), idOf).items).toEqual(of("abc"))
})

it("leaves out a page that no longer is the next one", () => {
  const startedOver = { items: of("ab"), cursor: "1" }
  expect(appended(startedOver, "2", page("ef"), idOf)).toBe(startedOver)
})
