import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { dependencies } from "../package.json"
import { copyPackages } from "./copy-packages"

async function folder() {
  const made = await mkdtemp(path.join(tmpdir(), "packages-"))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

it("copies a package with all that it needs, natively too, at the version that is wanted", async () => {
  const to = await folder()
  await copyPackages(["sharp"], to)
  const native = await readdir(path.join(to, "@img"))
  expect(native.some((name) => /^sharp-\w+-\w+$/.test(name))).toBe(true)
  expect(native.filter((name) => name.includes("musl"))).toEqual([])
  expect(await readdir(to)).toEqual(expect.arrayContaining(["detect-libc", "semver", "sharp"]))
  const { version } = JSON.parse(await readFile(path.join(to, "sharp/package.json"), "utf8"))
  expect(version).toBe(dependencies.sharp)
})

it("says which package is not there", async () => {
  await expect(copyPackages(["no-such-package"], await folder())).rejects.toThrow(
    "no-such-package is not installed",
  )
})
