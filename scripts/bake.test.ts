import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Answer, Checkout } from "./testing/checkout"

let checkout: Checkout
let first = ""
beforeEach(() => {
  checkout = new Checkout("production")
  first = checkout.git("rev-parse", "HEAD")
  checkout.commit("feat: the second")
})
afterEach(() => checkout.remove())

const calling = (calls: string[], pattern: RegExp) => calls.filter((call) => pattern.test(call))
const bake = (answers: Answer[] = [], stage = "production", minutes = "0") =>
  checkout.run(
    "bake.sh",
    ["-e", stage, "-m", minutes, "-p", "0"],
    [
      ...answers,
      [/^npm .*ops -- canary /, 0],
      [/^aws cloudwatch/, 0],
      [/ops -- releases target/, 0, JSON.stringify({ tag: "good-one", commit: first, running: "bad-one" })],
    ],
  )

describe("baking", () => {
  it("ends well when the canary and the alarms are quiet", async () => {
    const { code, calls } = await bake()
    expect([code, calling(calls, /^npm .*canary/)]).toEqual([
      0,
      [expect.stringContaining("--stage production")],
    ])
    expect(calling(calls, /sst deploy/)).toEqual([])
  })

  it("does not mind one failure of the canary", async () => {
    expect((await bake([[/^npm .*ops -- canary /, 1, "", 1]])).code).toBe(0)
  })

  it("goes back when the canary fails twice in a row", async () => {
    const { code, said } = await bake([[/^npm .*ops -- canary --/, 1]], "production", "1")
    expect([code, said]).toEqual([6, expect.stringContaining("The canary failed twice in a row")])
    expect(checkout.deployed()).toEqual([first])
  })

  const rings = (names: string): Answer[] => [
    [/^aws cloudwatch/, 0, "", 1],
    [/^aws cloudwatch/, 0, names],
  ]
  it.each([
    ["production", "API-HighErrorRate"],
    ["staging", "API-HighErrorRate-staging"],
  ])("goes back when an alarm of %s begins to ring", async (stage, name) => {
    const { code, said } = await bake(rings(name), stage)
    expect(said).toContain(`An alarm rings: ${name}`)
    expect(checkout.deployed()).toEqual([first])
    // The outputs here are production's: staging cannot be verified after going back.
    expect(code).toBe(stage === "production" ? 6 : 7)
  })

  it("leaves alone what rang before, and what rings on another stage", async () => {
    expect((await bake([[/^aws cloudwatch/, 0, "API-HighLatency"]])).code).toBe(0)
    expect((await bake(rings("API-HighErrorRate-staging"))).code).toBe(0)
    expect((await bake(rings("API-HighErrorRate"), "staging")).code).toBe(0)
  })

  it("is loud when going back fails", async () => {
    const { code, said } = await bake(
      [
        [/^npm .*ops -- canary --/, 1],
        [/^npm ci/, 1],
      ],
      "production",
      "1",
    )
    expect([code, said]).toEqual([7, expect.stringContaining("ROLLING BACK FAILED AS WELL")])
  })

  it("begins only when the alarms can be read", async () => {
    expect(await bake([[/^aws cloudwatch/, 254]])).toMatchObject({ code: 3 })
  })

  it.each([[[]], [["-e", "local"]], [["-e", "ada"]], [["-e", "staging", "-m", "soon"]], [["-e"]], [["--x"]]])(
    "with %j is refused",
    async (words) => {
      expect((await checkout.run("bake.sh", words)).code).toBe(2)
    },
  )
})
