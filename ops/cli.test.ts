import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { Release } from "../core/release"
import { run } from "./cli"
import type { Command } from "./command"
import { commandNames, findCommand, loadCommand } from "./registry"

/** What a command line prints and the code that it ends with. */
async function ops(...words: string[]) {
  const [out, errors]: [string[], string[]] = [[], []]
  const code = await run(words, { out: (text) => out.push(text), error: (text) => errors.push(text) })
  return { code, out: out.join("\n"), errors: errors.join("\n") }
}

const stage = ["--stage", "staging"]
const note = [
  "releases",
  "record",
  ...stage,
  "--tag",
  "t1",
  "--commit",
  "a".repeat(40),
  "--by",
  "ada",
  "--outcome",
  "good",
]

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

describe("the commands", () => {
  it.each(commandNames())("%s is explained, with examples that name it", async (name) => {
    const command: Command = await loadCommand(name)
    expect(command.summary).toMatch(/^[a-z].{10,100}[^.]$/)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(example).toMatch(new RegExp(`(^|ops -- )${name}( |$)`))
    for (const [arg, { description }] of Object.entries(command.args)) expect(description, arg).toBeTruthy()
    const { code, out } = await ops(...name.split(" "), "--help")
    expect([code, out]).toEqual([0, expect.stringContaining(command.examples[0] ?? "")])
    expect(out).toContain("--stage")
    expect(out.includes("--dry-run")).toBe(command.changes !== undefined)
  })

  it("are listed with what they do, all or those of a group", async () => {
    const all = await ops()
    expect([all.code, all.out]).toEqual([0, expect.stringMatching(/cache status +says how far/)])
    const group = await ops("cache")
    expect(group.code).toBe(2)
    expect(group.out).toContain("cache invalidate")
    expect(group.out).not.toContain("verify")
  })

  it("are found by the longest name that fits", () => {
    expect(findCommand(["canary", "enrol", "--yes"])).toEqual({ name: "canary enrol", rest: ["--yes"] })
    expect(findCommand(["canary", "--stage", "enrol"])).toEqual({
      name: "canary",
      rest: ["--stage", "enrol"],
    })
    expect(findCommand(["cache", "status", "I1"])).toEqual({ name: "cache status", rest: ["I1"] })
    expect(findCommand([])).toBeUndefined()
  })
})

describe("a command line", () => {
  it.each([
    [["nonsense"], 'There is no command "nonsense".'],
    [["releases", "--bogus"], 'There is no option "bogus" here.'],
    [["releases", "--stage", "Prod uction"], "is no name of a stage"],
    [["releases", "extra", ...stage], 'One word too many: "extra".'],
    [["cache", "status", ...stage], "Missing required positional argument: ID"],
    [[...note.slice(0, -1), "maybe"], "Expected one of"],
    [[...note.slice(0, -1), "good", "--dry-runn"], 'There is no option "dry-runn" here.'],
  ])("%j is refused with exit code 2", async (words, why) => {
    const { code, errors, out } = await ops(...words)
    expect([code, out]).toEqual([2, ""])
    expect(errors).toContain(why)
  })

  it("with --dry-run says what it would change, and changes nothing", async () => {
    expect(await ops(...note, "--dry-run")).toMatchObject({
      code: 0,
      out: "Would: note that t1 was deployed and is good",
    })
    const { out } = await ops(...note, "--dry-run", "--json")
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, stage: "staging" })
    expect(await Release.list()).toEqual([])
  })

  it("that changes something needs --yes where nobody can be asked, and names the stage", async () => {
    const { code, errors } = await ops(...note)
    expect([code, errors]).toEqual([2, expect.stringContaining("This changes stage staging: note that t1")])
    expect(errors).toContain("--yes")
    expect(await Release.list()).toEqual([])
    expect(await ops(...note, "-y")).toMatchObject({ code: 0, out: "Noted: t1 is good." })
    expect(await Release.list()).toMatchObject([{ tag: "t1", by: "ada" }])
  })

  it("prints a table for people and JSON for scripts", async () => {
    const people = await ops("releases", ...stage)
    expect(people.out).toMatch(/ok +20\d\d-\d\d-\d\d \d\d:\d\d UTC +t1 +aaaaaaaaa +ada/)
    const { out } = await ops("releases", ...stage, "--json")
    expect(JSON.parse(out)).toMatchObject({ releases: [{ tag: "t1" }], previous: null })
    expect(await ops("releases", "target", ...stage)).toMatchObject({ code: 4 })
  })

  it("is refused in a shell of another stage", async () => {
    const { code, errors } = await ops("releases", "--stage", "production")
    expect([code, errors]).toEqual([2, "This is a shell of stage staging, not production."])
  })

  it("tells who nobody knows how to sign in", async () => {
    const said = Object.assign(new Error("expired"), { name: "ExpiredTokenException" })
    // As ElectroDB passes on what AWS said.
    const refused = new Error("Error thrown by DynamoDB client", { cause: said })
    vi.spyOn(Release, "list").mockRejectedValueOnce(refused)
    const { code, errors } = await ops("releases", ...stage)
    expect([code, errors]).toEqual([2, expect.stringContaining("aws sso login")])
  })
})

describe("the local stage", () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ops-"))
    process.env.LOCAL_DATA = folder
  })
  afterAll(() => rm(folder, { recursive: true }))

  it("that was never started says how to start it", async () => {
    expect(await ops("verify")).toMatchObject({ code: 2, errors: expect.stringContaining("npm run dev") })
  })
})
