import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { zipSize } from "./zip-size"

it("weighs a folder as its archive would: what deflates, what does not, and their names", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "zip-size-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(path.join(folder, "a/b"), { recursive: true })
  expect(await zipSize(folder)).toEqual({ zip: 22, unzipped: 0 })
  await writeFile(path.join(folder, "a/b/x"), "x".repeat(100_000))
  const { zip, unzipped } = await zipSize(folder)
  expect(unzipped).toBe(100_000)
  expect(zip).toBeGreaterThan(22 + 92 + 2 * "a/b/x".length)
  expect(zip).toBeLessThan(500)
})
