import { expect, it } from "vitest"
import { safeNext } from "./safe-next"

it.each(["/", "/upload", "/ja/settings/profile?a=1#b", "/p/pst_1"])("goes to %s", (path) => {
  expect(safeNext(path)).toBe(path)
})

it.each([
  undefined,
  "",
  "upload",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "///evil.example",
  "javascript:alert(1)",
  ["/a", "/b"],
])("stays when asked for %s", (next) => {
  expect(safeNext(next)).toBeUndefined()
})
