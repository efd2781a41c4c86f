import { beforeAll, describe, expect, it, vi } from "vitest"
import { given, offer, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Account } from "../account"
import type { Actor } from "../actor"
import { Photo } from "../photo"
import { Search } from "../search"
import { epoch } from "../time"
import { limit } from "./index"

// Time stands still, so that no window of a limit ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

beforeAll(() =>
  useSettings({ limits: { signUpsPerHour: 2, mailsPerHour: 1, uploadsPerMinute: 2, searchesPerMinute: 2 } }),
)

const refused = { code: "rate_limited", retryAfter: expect.any(Number) }

describe("a limit (check 36)", () => {
  it("allows N, refuses N+1 until the window ends, and counts each by itself", async () => {
    const what = ["test", "203.0.113.1"]
    for (let i = 0; i < 3; i++) await limit(what, 3, 60)
    const refusal = await limit(what, 3, 60).catch((error) => error)
    expect(refusal).toMatchObject(refused)
    expect(refusal.retryAfter).toBe(60 - (epoch() % 60))
    await limit(["test", "203.0.113.2"], 3, 60)
    vi.setSystemTime(Date.now() + (refusal.retryAfter - 1) * 1000)
    await expect(limit(what, 3, 60)).rejects.toMatchObject({ retryAfter: 1 })
    vi.setSystemTime(Date.now() + 1000)
    await limit(what, 3, 60)
  })

  it("is exact when everybody comes at once", slow, async () => {
    const calls = Array.from({ length: 20 }, () => limit(["at once"], 7, 60))
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(7)
  })

  it("keeps no address, and no row for longer than it counts", async () => {
    await limit(["test", "ada@example.com"], 1, 3600)
    const rows = (await items()).filter((item) => item.__edb_e__ === "rateLimit")
    expect(JSON.stringify(rows)).not.toContain("ada@example")
    for (const { expires } of rows) {
      expect(Number(expires)).toBeGreaterThan(epoch())
      expect(Number(expires)).toBeLessThanOrEqual(epoch(7200))
    }
  })
})

/** The first two go through to another refusal, or to an answer; the third is one too many. */
async function third(call: () => Promise<unknown>) {
  for (let i = 0; i < 2; i++) await call().catch((error) => expect(error.code).not.toBe("rate_limited"))
  await expect(call()).rejects.toMatchObject(refused)
}

describe("counted by address or person", () => {
  it("are sign-ups", async () => {
    const signUp = (actor: Actor) => () =>
      Account.signUp(actor, {
        handle: "somebody",
        email: "somebody@example.com",
        password: "password1234",
        ageConfirmed: true,
      })
    await third(signUp(visitor()))
    await expect(signUp(visitor())()).rejects.toMatchObject({ code: "invalid" })
  })

  it("are mails to one address, known or not, whoever asks", async () => {
    const ada = await given.person()
    for (const email of [ada.email, "nobody@example.com"]) {
      await Account.forgotPassword(visitor(), { email })
      await expect(Account.forgotPassword(visitor(), { email: email.toUpperCase() })).rejects.toMatchObject(
        refused,
      )
    }
  })

  it("are searches, apart from what is suggested while one types", async () => {
    const ada = await given.person()
    await third(() => Search.find(ada, { q: "fog" }))
    await Search.suggest(ada, { q: "fog" })
    await Search.find(await given.person(), { q: "fog" })
  })

  it("are uploads", slow, async () => {
    const ada = await given.person()
    await third(() => Photo.startUpload(ada, offer(Buffer.from("x"))))
    await Photo.startUpload(await given.person(), offer(Buffer.from("x")))
  })
})
