import { expect, it } from "vitest"
import { seenOf } from "./seen-of"

const [early, late] = ["2026-11-20T10:00:00.000Z", "2026-11-21T10:00:00.000Z"]
const items = [
  { target: "pst_1", newestAt: early },
  { target: "pst_2", newestAt: early },
]

it("the case that is shown large counts as that shows it, the others as the queue does", () => {
  const shown = { target: "pst_1", status: "open", newestAt: late } as const
  expect(seenOf(shown, items)).toEqual([
    { target: "pst_1", newestAt: late },
    { target: "pst_2", newestAt: early },
  ])
})

it("what is not open is seen as that, also while the queue still held it", () => {
  const shown = { target: "pst_1", status: "decided", newestAt: early } as const
  expect(seenOf(shown, items)[0]).toEqual({ target: "pst_1" })
  expect(seenOf({ ...shown, status: "none" }, [])).toEqual([{ target: "pst_1" }])
})
