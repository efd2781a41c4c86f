import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/canary"
import { visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { startSite } from "../../testing/site"
import { slow } from "../../testing/slow"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { Status } from "../status"
import { User } from "../user"
import { journeys as names } from "./canary.schema"
import { Canary } from "./index"
import { newPicture } from "./picture"

const password = "a canary's own long password 4711"
let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  site = await startSite()
  useSettings({ siteUrl: site.origin, limits: { signInsPerQuarterHour: 1000 } })
  process.env.SST_RESOURCE_CanarySecret = JSON.stringify({ value: password })
})
afterAll(() => site.close())
afterEach(() => site.faults.clear())

const play = (change: Partial<Canary.PlayOptions> = {}) =>
  Canary.play(site.origin, { password, pollEvery: 20, patience: 20_000, ...change })
const states = (journeys: Awaited<ReturnType<typeof play>>) =>
  Object.fromEntries(journeys.map(({ name, state }) => [name, state]))
const stateOf = async (name: (typeof names)[number]) => {
  const journeys = await play()
  return journeys.find((journey) => journey.name === name)
}
const count = async (entity: string) => (await items()).filter(({ __edb_e__ }) => __edb_e__ === entity).length
const problem = (status: number) => ({
  status,
  body: JSON.stringify({ code: "internal" }),
  type: "application/json",
})

describe("the canary's account", () => {
  it("is made once, confirmed and not for search engines; another password replaces the first", async () => {
    expect(await Canary.enrol("another long password 1234567")).toBe("made")
    expect(await Canary.enrol(password)).toBe("changed")
    expect(await Canary.enrol(password)).toBe("unchanged")
    const row = await User.byEmail(Canary.account.email)
    expect(row).toMatchObject({ handle: "canary", emailVerified: true, hidden: false, unlisted: true })
    const { userId } = await SignIn.withPassword(visitor(), { email: Canary.account.email, password })
    expect(userId).toBe(row?.userId)
    await Session.endAll(userId)
    // Nobody is ever mailed.
    expect(await count("oneTimeToken")).toBe(0)
  })

  it("needs a long password", async () => {
    await expect(Canary.enrol("short")).rejects.toThrow("at least 24 characters")
  })
})

describe("the canary", () => {
  beforeAll(async () => void (await Canary.enrol(password)))

  it("does everything that people come for, and leaves nothing but the post that visitors read", async () => {
    const journeys = await play()
    expect(journeys.map(({ error }) => error).filter(Boolean)).toEqual([])
    expect(journeys.map(({ name, state }) => [name, state])).toEqual(names.map((name) => [name, "ok"]))
    for (const { milliseconds } of journeys) expect(milliseconds).toBeGreaterThan(0)
    expect([await count("post"), await count("session"), await count("draft"), await count("photo")]).toEqual(
      [1, 0, 0, 1],
    )
    const before = await count("post")
    await play()
    expect([await count("post"), await count("session"), await count("photo")]).toEqual([before, 0, 1])
    // Every post that was for everybody costs an invalidation when it goes: none did.
    expect(await count("invalidation")).toBe(0)
  })

  it("uploads another file each time", () => {
    expect(Buffer.from(newPicture()).equals(Buffer.from(newPicture()))).toBe(false)
  })

  it("that cannot sign in skips what needs it, and says why without its password", async () => {
    const journeys = await play({ password: "the wrong password altogether" })
    expect(states(journeys)).toMatchObject({ "sign in": "failed", upload: "skipped", "clean up": "skipped" })
    const said = Canary.complaint(journeys)
    expect(said).toContain("sign in 401 unauthenticated")
    expect(said).not.toContain("the wrong password")
    expect(Canary.isFine(journeys)).toBe(false)
  })

  it.each([
    ["upload", "POST /api/uploads"],
    ["feed", "GET /api/feed/home"],
    ["share", "GET /p/"],
    ["clean up", "DELETE /api/posts"],
  ] as const)("sees that %s fails when %s does", slow, async (name, call) => {
    site.faults.set(call, problem(500))
    expect(await stateOf(name)).toMatchObject({ state: "failed", error: expect.stringContaining("500") })
  })

  it(
    "sees a photo that is not processed, a feed without its post, and a picture that is none",
    slow,
    async () => {
      site.faults.set("GET /api/photos/", {
        ...problem(200),
        body: JSON.stringify({ id: "pho_x", state: "failed" }),
      })
      expect(await stateOf("process")).toMatchObject({ state: "failed" })
      site.faults.clear()
      site.faults.set("GET /api/feed/home", {
        ...problem(200),
        body: JSON.stringify({ items: [], nextCursor: null }),
      })
      const late = await play({ patience: 8000 })
      expect(late.find(({ name }) => name === "feed")).toMatchObject({
        state: "failed",
        error: "it took too long",
      })
      expect(states(late)["clean up"]).toBe("ok")
      site.faults.clear()
      site.faults.set("GET /api/media/", { status: 200, body: "<html>", type: "text/html" })
      expect(await stateOf("feed")).toMatchObject({ error: "no picture was served" })
    },
  )

  it("takes away what an earlier run was kept from taking away", slow, async () => {
    site.faults.set("DELETE /api/posts", problem(500))
    await play()
    expect(await count("post")).toBe(2)
    site.faults.clear()
    await play()
    expect(await count("post")).toBe(1)
  })

  it("that gets no answer gives up in time, and still cleans up", slow, async () => {
    site.faults.set("GET /api/feed/home", "hang")
    const began = performance.now()
    const journeys = await play({ patience: 8000 })
    expect(performance.now() - began).toBeLessThan(25_000)
    expect(states(journeys)).toMatchObject({ feed: "failed", "clean up": "ok" })
  })

  it("says that nothing answers", async () => {
    const [first] = await Canary.play("http://127.0.0.1:1", { password })
    expect(first).toMatchObject({ state: "failed", error: expect.stringMatching(/ECONNREFUSED|bad port/) })
  })
})

describe("the function", () => {
  it("is silent when all is well, and fails when something is not; the status page shows both", async () => {
    await handler({} as never)
    expect((await Status.health()).state).toBe("working")
    site.faults.set("GET /api/feed/home", problem(500))
    await expect(handler({} as never)).rejects.toThrow(/^The canary failed: feed 500 internal/)
    const { state, journeys } = await Status.health()
    expect([state, journeys.filter((one) => one.state === "down").map(({ name }) => name)]).toEqual([
      "down",
      ["feed"],
    ])
  })
})
