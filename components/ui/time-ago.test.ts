import { expect, it } from "vitest"
import { timeAgo } from "./time-ago"

const now = Date.parse("2026-11-24T12:00:00Z")
const ago = (seconds: number, locale: "en" | "ja") =>
  timeAgo(new Date(now - seconds * 1000).toISOString(), now, locale)

it.each([
  [20, "now", "今"],
  [60, "1 minute ago", "1分前"],
  [7199, "1 hour ago", "1時間前"],
  [86_400, "yesterday", "昨日"],
  [6 * 86_400, "6 days ago", "6日前"],
  [7 * 86_400, "November 17, 2026", "2026年11月17日"],
  [-90, "now", "今"],
])("says %d seconds ago as a person would", (seconds, en, ja) => {
  expect([ago(seconds, "en"), ago(seconds, "ja")]).toEqual([en, ja])
})
