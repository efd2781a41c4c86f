import { expect, it } from "vitest"
import { caseHref } from "./case-href"
import { hrefAfter, stepsOf } from "./steps"

const targets = ["a", "b", "c", "d"]
const items = targets.map((target) => ({ target }))
const first = { queue: "open" } as const
const second = { queue: "open", cursor: "x/+=" } as const
const page = { items, nextCursor: null }

it("stays on the page of the queue that a case stands on", () => {
  expect(caseHref(first)).toBe("/admin/reports")
  expect(caseHref(first, "a")).toBe("/admin/reports?case=a")
  const { searchParams } = new URL(
    caseHref({ queue: "decided", cursor: second.cursor }, "a"),
    "http://site.test",
  )
  expect(Object.fromEntries(searchParams)).toEqual({ queue: "decided", cursor: "x/+=", case: "a" })
  expect(stepsOf(page, second, "b")).toEqual({
    number: 2,
    of: 4,
    previous: caseHref(second, "a"),
    next: caseHref(second, "c"),
  })
})

it("ends at the first case, and after the last of a page begins the next page", () => {
  expect(stepsOf(page, first, "a").previous).toBeUndefined()
  expect(stepsOf(page, first, "d").next).toBeUndefined()
  expect(stepsOf({ items, nextCursor: "y" }, first, "d").next).toBe("/admin/reports?cursor=y")
})

it("begins with the first where a case is not on the page", () => {
  expect(stepsOf(page, first, "z")).toEqual({
    number: 0,
    of: 4,
    previous: undefined,
    next: caseHref(first, "a"),
  })
})

it("passes a case once, however many of its decisions are listed", () => {
  const twice = { items: [{ target: "a" }, { target: "a" }, { target: "b" }], nextCursor: null }
  expect(stepsOf(twice, { queue: "decided" }, "a")).toMatchObject({
    number: 1,
    of: 2,
    next: caseHref({ queue: "decided" }, "b"),
  })
})

it("goes on after the case that was decided, not back to one that was left", () => {
  expect(hrefAfter(targets, second, "b", ["b"])).toBe(caseHref(second, "c"))
  expect(hrefAfter(targets, second, "b", ["b", "c"])).toBe(caseHref(second, "d"))
  expect(hrefAfter(targets, second, "d", ["d"])).toBe(caseHref(second, "a"))
  expect(hrefAfter(targets, second, "z", ["z"])).toBe(caseHref(second, "a"))
  expect(hrefAfter(targets, second, "b", ["a", "b", "c", "d"])).toBe("/admin/reports")
})
