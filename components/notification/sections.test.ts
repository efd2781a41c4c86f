import { expect, it } from "vitest"
import type { NotificationView } from "@/core/notification/notification.schema"
import { sections } from "./sections"

const now = Date.UTC(2026, 10, 24, 9)
const ago = (hours: number, read = true): NotificationView => ({
  id: `ntf_${hours}`,
  kind: "like",
  actors: [],
  others: 1,
  at: new Date(now - hours * 3_600_000).toISOString(),
  read,
})

it("puts what is unread above the rest, and the rest under the days that it is of", () => {
  const parts = sections([ago(0, false), ago(200, false), ago(1), ago(30), ago(49), ago(170), ago(900)], now)
  expect(parts.map(({ section, items }) => [section, items.map(({ id }) => id)])).toEqual([
    ["new", ["ntf_0", "ntf_200"]],
    ["today", ["ntf_1"]],
    ["yesterday", ["ntf_30"]],
    ["week", ["ntf_49"]],
    ["earlier", ["ntf_170", "ntf_900"]],
  ])
  expect(sections([], now)).toEqual([])
})
