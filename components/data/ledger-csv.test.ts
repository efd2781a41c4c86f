import { expect, it } from "vitest"
import { csvOf } from "./ledger-csv"

it("is read by spreadsheets as it is, and calculated by none", () => {
  const lines = [
    { id: "1", path: '写真/a "b", c.jpg', outcome: "imported" as const, postId: "pst_1" },
    { id: "2", path: "=HYPERLINK(1)", outcome: "skipped" as const, reason: "video" as const },
  ]
  expect(csvOf(lines)).toBe(
    '\ufeff"path","outcome","reason","post"\r\n"写真/a ""b"", c.jpg","imported","","pst_1"\r\n"\'=HYPERLINK(1)","skipped","video",""\r\n',
  )
})
