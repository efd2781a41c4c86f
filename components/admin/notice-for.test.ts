import { expect, it } from "vitest"
import { noticeFor } from "./notice-for"

const notice = (id: string, at: string) => ({
  ...{ id, at, name: "Rita Holder", email: "rita@example.org" },
  ...{ right: "copyright", text: "It is mine." },
})
const openedAt = "2026-11-20T10:00:00.000Z"
const takedowns = [
  notice("tdn_3", "2026-11-21T10:00:00.000Z"),
  notice("tdn_2", openedAt),
  notice("tdn_1", "2026-11-01T10:00:00.000Z"),
]
const legal = { openedAt, takedowns }

it("the newest notice goes with hiding by the rule on copyright or on what is illegal", () => {
  expect(noticeFor(legal, "hide", "copyright")).toBe("tdn_3")
  expect(noticeFor(legal, "hide", "illegal")).toBe("tdn_3")
})

it("with another rule or another decision goes none", () => {
  for (const rule of ["harassment", "spam", "other"] as const)
    expect(noticeFor(legal, "hide", rule)).toBeUndefined()
  for (const act of ["cover", "warn", "dismiss"] as const)
    expect(noticeFor(legal, act, "copyright")).toBeUndefined()
})

it("one that was decided about before the case was opened anew is no ground; the one that opened it is", () => {
  const [, opening, old] = takedowns
  if (!opening || !old) throw new Error("no notices")
  expect(noticeFor({ openedAt, takedowns: [old] }, "hide", "copyright")).toBeUndefined()
  expect(noticeFor({ openedAt, takedowns: [opening, old] }, "hide", "copyright")).toBe("tdn_2")
  expect(noticeFor({ openedAt, takedowns: [] }, "hide", "copyright")).toBeUndefined()
})
