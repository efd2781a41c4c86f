import { expect, it } from "vitest"
import { importEnded } from "./import"

const said = (...[imported, duplicate, skipped]: [number, number, number]) =>
  importEnded("en", "done", { imported, duplicate, skipped }).text

it("says of albums and settings too that they came in, one or many", () => {
  expect(said(1, 1, 1)).toContain("1 thing is here now.")
  expect(said(1, 1, 1)).toContain("1 was here already, and 1 thing was left out.")
  expect(said(2, 0, 3)).toContain("2 things are here now.")
  expect(said(2, 0, 3)).toContain("0 were here already, and 3 things were left out.")
  const failed = (imported: number) =>
    importEnded("en", "failed", { imported, duplicate: 0, skipped: 0 }).text
  expect(failed(1)).toContain("1 thing came in before that; it stays.")
  expect(failed(0)).toContain("0 things came in before that; they stay.")
  const japanese = importEnded("ja", "done", { imported: 3, duplicate: 0, skipped: 0 }).text
  expect(japanese).toContain("3件が入りました")
})
