import { beforeAll, describe, expect, it, vi } from "vitest"
import { justBefore } from "../../testing/faults"
import { given, type Person, password, visitor } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { newId } from "../id"
import { SignIn } from "../sign-in"
import { table } from "../table"
import { epoch } from "../time"
import { User } from "../user"
import { Session } from "./index"

// Time stands still, so that no window of a limit ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

beforeAll(() => useSettings({ limits: { signInsPerQuarterHour: 2, signInsPerQuarterHourByAddress: 3 } }))

const wrong = "never the right one"
const limited = { code: "rate_limited", retryAfter: expect.any(Number) }

async function another(person: Person, createdAt = new Date().toISOString()) {
  const sessionId = newId("session")
  const { userId, role } = person
  await table()
    .session.create({ sessionId, userId, role, createdAt, lastSeenAt: createdAt, expires: epoch(1000) })
    .go()
  return sessionId
}

describe("a session", () => {
  it("ends at once where it is ended: signed out, revoked, all others (check 34)", async () => {
    const ada = await given.person()
    const [one, two, three] = await Promise.all([another(ada), another(ada), another(ada)])
    await Session.end(one)
    await Session.revoke(ada, { sid: two })
    expect(await Promise.all([one, two, three].map(Session.check))).toEqual([
      undefined,
      undefined,
      { userId: ada.userId, sessionId: three, role: "member" },
    ])
    await Session.revokeOthers(ada, {})
    expect(await Session.check(three)).toBeUndefined()
    expect(await Session.check(ada.sessionId)).toBeDefined()
    await expect(Session.revoke(ada, { sid: two })).rejects.toMatchObject({ code: "not_found" })
  })

  it("of somebody else cannot be revoked, nor seen", async () => {
    const [ada, eve] = [await given.person(), await given.person()]
    await expect(Session.revoke(eve, { sid: ada.sessionId })).rejects.toMatchObject({ code: "not_found" })
    expect(await Session.check(ada.sessionId)).toBeDefined()
    expect((await Session.list(eve, {})).items.map(({ id }) => id)).toEqual([eve.sessionId])
  })

  it("that expired is none, even while its row is still there", async () => {
    const ada = await given.person()
    await table().session.patch({ sessionId: ada.sessionId }).set({ expires: epoch() }).go()
    expect(await Session.check(ada.sessionId)).toBeUndefined()
    expect((await Session.list(ada, {})).items).toEqual([])
  })

  it("is prolonged by use, once an hour, unless it ends in that moment", async () => {
    const ada = await given.person()
    const { sessionId } = ada
    const idle = (minutes: number) => {
      const lastSeenAt = new Date(Date.now() - minutes * 60_000).toISOString()
      return table()
        .session.patch({ sessionId })
        .set({ lastSeenAt, expires: epoch(60) })
        .go()
    }
    const expires = async () => (await table().session.get({ sessionId }).go()).data?.expires
    await idle(59)
    await Session.check(sessionId)
    expect(await expires()).toBe(epoch(60))
    await idle(61)
    await Session.check(sessionId)
    expect(await expires()).toBe(epoch(Session.sessionSeconds))
    await idle(61)
    const end = () => Session.end(sessionId)
    expect(await justBefore("UpdateItemCommand", end, () => Session.check(sessionId))).toBeUndefined()
  })

  it("is listed, the newest first, without what expired", async () => {
    const ada = await given.person()
    const old = await another(ada, "2026-01-02T00:00:00.000Z")
    const { items } = await Session.list(ada, {})
    expect(items.map(({ id, current }) => [id, current])).toEqual([
      [ada.sessionId, true],
      [old, false],
    ])
  })

  it("of any number of devices ends", slow, async () => {
    const ada = await given.person()
    const others = await Promise.all(Array.from({ length: 30 }, () => another(ada)))
    await Session.endAll(ada.userId)
    expect((await Promise.all([ada.sessionId, ...others].map(Session.check))).filter(Boolean)).toEqual([])
  })
})

describe("signing in", () => {
  it(
    "is throttled by account and address, and nobody is locked out from another (checks 33, 36)",
    slow,
    async () => {
      const ada = await given.person()
      const attacker = visitor()
      const attempt = (email: string) => SignIn.withPassword(attacker, { email, password: wrong })
      for (const email of [ada.email, ada.email.toUpperCase()]) {
        await expect(attempt(email)).rejects.toMatchObject({ reason: "wrong_password" })
      }
      const refusal = await attempt(ada.email).catch((error) => error)
      expect(refusal).toMatchObject(limited)
      expect(
        Number.isInteger(refusal.retryAfter) && refusal.retryAfter > 0 && refusal.retryAfter <= 900,
      ).toBe(true)
      // The address has had its share too: also for others.
      await expect(attempt("nobody@example.com")).rejects.toMatchObject(limited)
      expect(await SignIn.withPassword(visitor(), { email: ada.email, password })).toMatchObject({
        userId: ada.userId,
      })
      vi.setSystemTime(Date.now() + refusal.retryAfter * 1000)
      await expect(attempt(ada.email)).rejects.toMatchObject({ reason: "wrong_password" })
    },
  )

  it("says the same for a wrong password and for nobody (check 32)", async () => {
    const ada = await given.person()
    const refusals = await Promise.all(
      [ada.email, "nobody-at-all@example.com"].map((email) =>
        SignIn.withPassword(visitor(), { email, password: wrong }).catch((error) => ({
          ...error,
          message: error.message,
        })),
      ),
    )
    expect(refusals[0]).toEqual(refusals[1])
    expect(refusals[0]).toMatchObject({ code: "unauthenticated", reason: "wrong_password" })
  })
})

describe("a password hash", () => {
  it("is scrypt at OWASP's parameters, salted (check 33)", slow, async () => {
    const [one, two] = await Promise.all([User.hashPassword(password), User.hashPassword(password)])
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w+/]{22}==\$[\w+/]{43}=$/)
    expect(one).not.toBe(two)
    expect(await User.verifyPassword(password, one)).toBe(true)
    expect(await User.verifyPassword(`${password} `, one)).toBe(false)
    await expect(User.verifyPassword(password, "md5$x")).rejects.toThrow("malformed")
  })

  it("of nobody belongs to no password, and takes as long to find that out", async () => {
    const began = performance.now()
    expect(await User.verifyPassword("", undefined)).toBe(false)
    expect(performance.now() - began).toBeGreaterThan(30)
  })
})
