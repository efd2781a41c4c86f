import { existsSync } from "node:fs"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Answer, Checkout, certificate } from "./testing/checkout"

let checkout: Checkout
let first = ""
beforeEach(() => {
  checkout = new Checkout("production")
  first = checkout.git("rev-parse", "HEAD")
  checkout.git("tag", "good-one")
  checkout.commit("feat: the second")
})
afterEach(() => checkout.remove())

const target = (change: Record<string, string> = {}): Answer => [
  /ops -- releases target/,
  0,
  JSON.stringify({
    tag: "good-one",
    commit: first,
    domain: "example.com",
    certificate,
    running: "bad-one",
    ...change,
  }),
]
const rollback = (answers: Answer[] = [target()], more: string[] = []) =>
  checkout.run("rollback.sh", ["-e", "production", ...more], answers)
const calling = (calls: string[], pattern: RegExp) => calls.filter((call) => pattern.test(call))

describe("rolling back", () => {
  it("installs and deploys the release in a folder of its own, invalidates, verifies, and notes it", async () => {
    checkout.write("work.txt", "in progress")
    checkout.write(".env.production", "PHOTO_APP_SITE_NAME=Ichimai\n")
    const { code, said, calls } = await rollback()
    expect([code, said]).toEqual([0, expect.stringContaining("good-one runs on production again")])
    const steps = calls
      .filter((call) => !/--version/.test(call))
      .map((call) => call.replace(/^npx --no-install /, ""))
    expect(steps).toEqual([
      "aws sts get-caller-identity --query Arn --output text",
      "npm run --silent ops -- releases target --stage production --json",
      "npm ci --no-audit --no-fund",
      "sst deploy --stage production",
      "npm run --silent ops -- cache invalidate /* --stage production --yes",
      expect.stringMatching(/^curl .*https:\/\/api\.example\.com\/health$/),
      expect.stringMatching(/^curl .*https:\/\/example\.com$/),
      expect.stringMatching(/^sst shell .*canary enrol/),
      expect.stringMatching(/canary enrol/),
      expect.stringMatching(/^sst shell .*verify/),
      expect.stringMatching(/verify/),
      expect.stringMatching(
        new RegExp(`record .*--tag good-one --commit ${first} .*--outcome good .*--instead-of bad-one`),
      ),
    ])
    expect(checkout.deployed()).toEqual([first])
    expect(checkout.settings()).toEqual([
      `PHOTO_APP_CERTIFICATE_ARN=${certificate}`,
      "PHOTO_APP_DOMAIN=example.com",
    ])
    // The checkout of whoever rolls back is as it was.
    expect(checkout.git("log", "-1", "--format=%s")).toBe("feat: the second")
    expect(existsSync(path.join(checkout.root, "work.txt"))).toBe(true)
    expect(checkout.git("worktree", "list").split("\n")).toHaveLength(1)
  })

  it("goes to the release that is named", async () => {
    const { calls } = await rollback([target()], ["--to", "good-one"])
    expect(calling(calls, /target/)).toEqual([expect.stringMatching(/--to good-one$/)])
  })

  it("goes by the commit where the tag is not here", async () => {
    const { code } = await rollback([target({ tag: "gone" })])
    expect([code, checkout.deployed()]).toEqual([0, [first]])
  })

  it("has no CDN to tell where the stage has none", async () => {
    const staging = new Checkout("other")
    const commit = staging.git("rev-parse", "HEAD")
    const { said, calls } = await staging.run("rollback.sh", ["-e", "staging"], [target({ commit })])
    staging.remove()
    // The outputs are those of another stage: there is nothing to verify, and it says so.
    expect(calling(calls, /cache invalidate/)).toEqual([])
    expect(said).toContain("gave no addresses")
  })

  it("is explained by --help", async () => {
    const { code, said, calls } = await checkout.run("rollback.sh", ["--help"])
    expect([code, said, calls]).toEqual([0, expect.stringContaining("--to"), []])
  })

  it.each([
    [[], "-e names the stage"],
    [["-e", "local"], "no stage that can be deployed"],
    [["-e", "staging", "--to"], "--to needs a value"],
    [["staging"], "no option staging"],
  ])("with %j is refused", async (options, why) => {
    const { code, said } = await checkout.run("rollback.sh", options)
    expect([code, said]).toEqual([2, expect.stringContaining(why)])
  })

  it.each<[string, () => Answer[], string]>([
    ["nobody is signed in", () => [[/^aws sts/, 254]], "aws configure"],
    ["there is no such release", () => [[/releases target/, 4]], "no such release"],
    [
      "its tag was moved",
      () => [target({ commit: checkout.git("rev-parse", "HEAD") })],
      "somebody has moved it",
    ],
    [
      "its commit is not here",
      () => [target({ tag: "gone", commit: "f".repeat(40) })],
      "is in this checkout: fetch it",
    ],
  ])("changes nothing when %s", async (_, answers, why) => {
    const { code, said, calls } = await rollback(answers())
    expect([code, said]).toEqual([3, expect.stringContaining(why)])
    expect(calling(calls, /sst deploy|invalidate|record|npm ci/)).toEqual([])
  })

  it.each<[string, Answer, string]>([
    ["installed", [/^npm ci/, 1], "could not be deployed"],
    ["deployed", [/sst deploy/, 1], "could not be deployed"],
    ["taken from the CDN", [/cache invalidate/, 1], "The CDN could not be told"],
    ["verified", [/^npm .* verify/, 1], "does not work either"],
    ["reached", [/^curl/, 22], "does not work either"],
    ["noted", [/record .*good/, 1], "could not be noted"],
  ])("that cannot be %s is loud: exit code 7, and noted as bad", async (_, answer, why) => {
    const { code, said, calls } = await rollback([answer, target()])
    expect([code, said]).toEqual([7, expect.stringContaining(why)])
    expect(said).toContain("ROLLING BACK production FAILED")
    expect(calling(calls, /record/).at(-1)).toContain("--outcome bad")
    expect(checkout.git("worktree", "list").split("\n")).toHaveLength(1)
  })
})
