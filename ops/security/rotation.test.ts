import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { beforeAll, expect, it, onTestFinished, vi } from "vitest"
import { ops } from "../testing/ops"
import { after, nextStep } from "./rotation"

vi.mock("../who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]
const value = (letter: string) => letter.repeat(43)

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

it("a secret goes from one version to the next without a moment in which either is refused", () => {
  const one = [{ id: "1", value: value("a") }]
  const two = after(nextStep(one), one, () => value("b"))
  expect(two).toEqual([one[0], { id: "2", value: value("b") }])
  const promoted = after(nextStep(two), two)
  expect(promoted.map(({ id }) => id)).toEqual(["2", "1"])
  expect(after(nextStep(promoted), promoted)).toEqual([two[1]])
  expect(after("replace", one, () => value("c"))).toEqual([{ id: "2", value: value("c") }])
})

/** In place of `npx`, notes what it is told and what comes in. */
async function givenSst() {
  const folder = await mkdtemp(path.join(tmpdir(), "sst-"))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, "npx"), `#!/bin/sh\necho "$@" > ${folder}/words\ncat > ${folder}/value\n`)
  await chmod(path.join(folder, "npx"), 0o755)
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  return async () => Promise.all(["words", "value"].map((name) => readFile(path.join(folder, name), "utf8")))
}

it("the first step keeps the present version in use, tells its value to nobody, and says what is next", async () => {
  const told = await givenSst()
  const dry = await ops("security", "rotate", "CdnSecret", ...stage, "--dry-run")
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("nothing ends") })
  const { code, out, errors } = await ops("security", "rotate", "CdnSecret", ...stage, "--yes")
  expect(code).toBe(0)
  const [words, kept = ""] = await told()
  expect(words).toBe("sst secret set CdnSecret --stage staging\n")
  const [first, second] = kept.split(",")
  expect(process.env.SST_RESOURCE_CdnSecret).toContain(first)
  expect(second).toMatch(/^\w+:[\w-]{43}$/)
  expect(out).toContain("promote")
  for (const version of [first, second]) expect(out + errors).not.toContain(version?.split(":")[1])
})

it("what would end is said first, and the keys of stored addresses never end", async () => {
  const replaced = await ops("security", "rotate", "AuthSecret", "--at-once", ...stage, "--dry-run")
  expect(replaced).toMatchObject({ code: 0, out: expect.stringContaining("signs out everybody") })
  expect(await ops("security", "rotate", "EmailKey", "--at-once", ...stage, "--yes")).toMatchObject({
    code: 4,
  })
  expect(await ops("security", "rotate", "Nothing", ...stage)).toMatchObject({ code: 2 })
})
