import { Secret, TOTP } from "otpauth"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { settle } from "../../testing/events"
import { given, type Person, password, visitor } from "../../testing/given"
import { mailsTo, tokenMailedTo } from "../../testing/mail"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Account } from "../account"
import type { Actor } from "../actor"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"
import { table } from "../table"
import { User } from "../user"
import { SignIn } from "./index"

vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

beforeAll(() => useSettings({ limits: { signInsPerQuarterHour: 4 } }))

async function enrolled() {
  const ada = await given.person()
  const { key } = await SecondFactor.begin(ada, {})
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) })
  const { codes } = await SecondFactor.confirm(ada, { code: app.generate() })
  later(60)
  return { ada, app, codes }
}

/** A ticket for which no password was counted. */
const issued = async ({ userId }: Person) =>
  SecondFactor.issue((await User.byId(userId)) ?? { userId: "nobody" })

const ticketOf = async (person: Person, by: Actor = visitor()) => {
  const owed = await SignIn.withPassword(by, { email: person.email, password }).catch((error) => error)
  expect(owed).toBeInstanceOf(SignIn.SecondStep)
  return (owed as SignIn.SecondStep).ticket
}

describe("signing in with a second step", () => {
  it("opens nothing for the password alone, and a session for the code", slow, async () => {
    const { ada, app } = await enrolled()
    const before = await Session.countOf(ada.userId)
    const ticket = await ticketOf(ada)
    expect(await Session.countOf(ada.userId)).toBe(before)
    await expect(SignIn.withCode(visitor(), { ticket, code: "000000" })).rejects.toMatchObject({
      reason: "code_wrong",
    })
    const { userId, sessionId } = await SignIn.withCode(visitor(), { ticket, code: app.generate() })
    expect([userId, (await Session.check(sessionId))?.userId]).toEqual([ada.userId, ada.userId])
    later(30)
    // The ticket is used, and the code of another step does not help.
    const again = SignIn.withCode(visitor(), { ticket, code: app.generate() })
    await expect(again).rejects.toMatchObject({ reason: "ticket_over" })
  })

  it("takes both in one call, and a recovery code", slow, async () => {
    const { ada, app, codes } = await enrolled()
    const both = { email: ada.email, password, code: app.generate() }
    expect((await SignIn.withPassword(visitor(), both)).userId).toBe(ada.userId)
    await expect(SignIn.withPassword(visitor(), both)).rejects.toMatchObject({ reason: "code_wrong" })
    const ticket = await ticketOf(ada)
    expect((await SignIn.withCode(visitor(), { ticket, code: codes[3] ?? "" })).userId).toBe(ada.userId)
    // A right code does not make up for a wrong password.
    const wrong = { email: ada.email, password: "never the right one", code: codes[4] ?? "" }
    await expect(SignIn.withPassword(visitor(), wrong)).rejects.toMatchObject({ reason: "wrong_password" })
    expect((await SecondFactor.get(ada, {})).codesLeft).toBe(9)
  })

  it("is over once the password has changed for which it was owed", slow, async () => {
    const { ada, app } = await enrolled()
    const ticket = await ticketOf(ada)
    const change = { current: password, password: `${password} 2` }
    await Account.changePassword(ada, change)
    const late = SignIn.withCode(visitor(), { ticket, code: app.generate() })
    await expect(late).rejects.toMatchObject({ reason: "ticket_over" })
  })

  it("ends the ticket after five minutes; nobody else's and none open anything", async () => {
    const { ada, codes } = await enrolled()
    const ticket = await issued(ada)
    later(301)
    for (const shown of [ticket, "", "x".repeat(43)]) {
      const tried = SignIn.withCode(visitor(), { ticket: shown, code: codes[0] ?? "" })
      await expect(tried).rejects.toMatchObject({ reason: "ticket_over" })
    }
    const eve = await issued((await enrolled()).ada)
    const tried = SignIn.withCode(visitor(), { ticket: eve, code: codes[0] ?? "" })
    await expect(tried).rejects.toMatchObject({ reason: "code_wrong" })
  })

  it("limits guesses by account, whatever the address and the ticket, and lets in again after a while", async () => {
    const { ada, app } = await enrolled()
    for (let i = 0; i < 4; i++) {
      const ticket = await issued(ada)
      const guess = SignIn.withCode(visitor(), { ticket, code: "000000" })
      await expect(guess).rejects.toMatchObject({ reason: "code_wrong" })
    }
    const ticket = await issued(ada)
    const right = () => SignIn.withCode(visitor(), { ticket, code: app.generate() })
    await expect(right()).rejects.toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) })
    later(15 * 60)
    const fresh = await issued(ada)
    const { userId } = await SignIn.withCode(visitor(), { ticket: fresh, code: app.generate() })
    expect(userId).toBe(ada.userId)
  })

  it("is not got around by setting a new password", async () => {
    const { ada } = await enrolled()
    const passwordHash = await User.hashPassword(`${password} 2`)
    await table().user.patch({ userId: ada.userId }).set({ passwordHash }).go()
    const owed = SignIn.withPassword(visitor(), { email: ada.email, password: `${password} 2` })
    await expect(owed).rejects.toMatchObject({ reason: "second_step" })
  })
})

describe("proving who one is", () => {
  it(
    "counts for a quarter of an hour, by a password or, where a second step is asked for, a code",
    slow,
    async () => {
      const ada = await given.person()
      const proofs = () => SignIn.proofs(ada, {})
      later(16 * 60)
      expect(await proofs()).toEqual({ fresh: false, password: true, code: false, passkey: false })
      await expect(SignIn.prove(ada, { password: "wrong" })).rejects.toMatchObject({ code: "invalid" })
      await expect(SignIn.prove(ada, {})).rejects.toMatchObject({ code: "invalid" })
      expect((await proofs()).fresh).toBe(false)
      await SignIn.prove(ada, { password })
      expect((await proofs()).fresh).toBe(true)
      later(16 * 60)
      expect((await proofs()).fresh).toBe(false)
    },
  )

  it("takes more than the password to turn the second step off, where one is asked for", slow, async () => {
    const { ada, codes } = await enrolled()
    const proofs = () => SignIn.proofs(ada, {})
    later(16 * 60)
    expect(await proofs()).toEqual({ fresh: false, password: false, code: true, passkey: false })
    await expect(SignIn.prove(ada, { password })).rejects.toMatchObject({ code: "invalid" })
    await expect(SignIn.prove(ada, { code: "000000" })).rejects.toMatchObject({ code: "invalid" })
    await expect(SecondFactor.turnOff(ada, {})).rejects.toMatchObject({ reason: "confirm_yourself" })
    await SignIn.prove(ada, { code: codes[0] ?? "" })
    expect((await proofs()).fresh).toBe(true)
    await SecondFactor.turnOff(ada, {})
  })
})

describe("a new device", () => {
  const from = (device?: string): Actor => ({
    ...visitor(),
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: { city: "Osaka", country: "JP" },
    ...(device ? { device } : {}),
  })
  const enter = (person: Person, device?: string, word = password) =>
    SignIn.withPassword(from(device), { email: person.email, password: word })
  const other = `${password} 2`
  const setByMail = async ({ email }: Person, word: string) => {
    await Account.forgotPassword(visitor(), { email })
    await settle()
    await Account.resetPassword(visitor(), { token: await tokenMailedTo(email), password: word })
  }
  const alerts = async ({ email }: Person) =>
    (await mailsTo(email)).filter(({ subject }) => subject.startsWith("A new device"))

  it("is told of by mail, once; the next sign-in from there is not", slow, async () => {
    const ada = await given.person()
    const { sessionId } = await enter(ada, "a".repeat(22))
    await enter(ada, "a".repeat(22))
    await settle()
    const [mail, ...more] = await alerts(ada)
    expect(more).toEqual([])
    expect(mail?.text).toContain("Device: Firefox on Linux\nPlace: Osaka, Japan\nTime: ")
    expect(mail?.text).toContain("/settings/sessions")
    const { items } = await Session.list(ada, {})
    expect(items.filter(({ unfamiliar }) => unfamiliar).map(({ id, place }) => [id, place])).toEqual([
      [sessionId, { city: "Osaka", country: "JP" }],
    ])
    const rows = JSON.stringify((await table().knownDevice.query.byUser({ userId: ada.userId }).go()).data)
    expect(rows).not.toContain("a".repeat(22))
  })

  it("is vouched for from a device that is known, not by itself", slow, async () => {
    const ada = await given.person()
    const { sessionId } = await enter(ada, "b".repeat(22))
    const itself = { ...ada, sessionId }
    const said = { sid: sessionId, familiar: true } as const
    await expect(Session.recognise(itself, said)).rejects.toMatchObject({ reason: "device_new" })
    await expect(Session.recognise(await given.person(), said)).rejects.toMatchObject({ code: "not_found" })
    await Session.recognise(ada, said)
    expect((await Session.list(ada, {})).items.some(({ unfamiliar }) => unfamiliar)).toBe(false)
  })

  it("that was not oneself is told of again, should it come again", slow, async () => {
    const ada = await given.person()
    const { sessionId } = await enter(ada, "c".repeat(22))
    await Session.revoke(ada, { sid: sessionId })
    await enter(ada, "c".repeat(22))
    await settle()
    expect(await alerts(ada)).toHaveLength(2)
  })

  it.for([
    ["all other devices are ended", (ada: Person) => Session.revokeOthers(ada, {}), password],
    [
      "the password is changed",
      (ada: Person) => Account.changePassword(ada, { current: password, password: other }),
      other,
    ],
    ["a password is set by mail", (ada: Person) => setByMail(ada, other), other],
  ] as const)("that nobody vouched for is told of again after %s", slow, async ([, end, then]) => {
    const ada = await given.person()
    await enter(ada, "e".repeat(22))
    await settle()
    await end(ada)
    const { sessionId } = await enter(ada, "e".repeat(22), then)
    await settle()
    expect(await alerts(ada)).toHaveLength(2)
    const itself = { ...ada, sessionId }
    const vouched = Session.recognise(itself, { sid: sessionId, familiar: true })
    await expect(vouched).rejects.toMatchObject({ reason: "device_new" })
  })

  it("stays known where its session is kept, or somebody said that it was them", slow, async () => {
    const ada = await given.person()
    const known = await enter(ada, "f".repeat(22))
    await Session.recognise(ada, { sid: known.sessionId, familiar: true })
    const kept = { ...ada, ...(await enter(ada, "g".repeat(22))) }
    await enter(ada, "h".repeat(22))
    await Session.revokeOthers(kept, {})
    const { data } = await table().knownDevice.query.byUser({ userId: ada.userId }).go()
    expect(data).toHaveLength(2)
    await enter(ada, "f".repeat(22))
    expect((await Session.list(kept, {})).items.map(({ unfamiliar = false }) => unfamiliar).sort()).toEqual([
      false,
      true,
    ])
  })

  it(
    "is not one for who signs in for the first time, and a program without cookies writes few mails",
    slow,
    async () => {
      const [ada, ben] = [await given.person(), await given.person()]
      await table().user.patch({ userId: ada.userId }).remove(["seenOn"]).go()
      await enter(ada, "d".repeat(22))
      for (let i = 0; i < 8; i++)
        await Session.open(from(), { ...ben, emailVerified: true, seenOn: "2026-01-01" })
      await settle()
      expect(await alerts(ada)).toHaveLength(0)
      expect(await alerts(ben)).toHaveLength(5)
    },
  )
})
