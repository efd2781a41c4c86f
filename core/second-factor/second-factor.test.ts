import { Secret, TOTP } from "otpauth"
import { describe, expect, it, vi } from "vitest"
import { given, type Person } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { retired, rotated, withSecret } from "../../testing/secrets"
import { Audit } from "../audit"
import { table } from "../table"
import { SecondFactor } from "./index"
import { AnyCode } from "./second-factor.schema"

// Time stands still, so that no step ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const app = (key: string) => new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) })

/** A person with two-factor sign-in on. */
async function enrolled(person?: Person) {
  const ada = person ?? (await given.person())
  const { key, ...shown } = await SecondFactor.begin(ada, {})
  const { codes } = await SecondFactor.confirm(ada, { code: app(key).generate() })
  return { ada, key, codes, shown }
}
const take = (person: Person, code: string) => SecondFactor.take(person.userId, AnyCode.parse(code))

describe("two-factor sign-in", () => {
  it("is on only after a code of the app came, and says so", async () => {
    const ada = await given.person()
    const { key, uri, qr } = await SecondFactor.begin(ada, {})
    expect(await SecondFactor.get(ada, {})).toEqual({ on: false, codesLeft: 0 })
    expect(await SecondFactor.isOn(ada.userId)).toBe(false)
    expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    const told = new URL(uri)
    expect([told.protocol, told.searchParams.get("secret")]).toEqual(["otpauth:", key.replaceAll(" ", "")])
    expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
    const wrong = String((Number(app(key).generate()) + 1) % 1_000_000).padStart(6, "0")
    await expect(SecondFactor.confirm(ada, { code: wrong })).rejects.toMatchObject({ code: "invalid" })
    expect(await take(ada, app(key).generate())).toBe(false)
    const { codes } = await SecondFactor.confirm(ada, { code: app(key).generate() })
    expect(new Set(codes).size).toBe(10)
    expect(await SecondFactor.get(ada, {})).toMatchObject({ on: true, codesLeft: 10 })
    await expect(SecondFactor.begin(ada, {})).rejects.toMatchObject({ reason: "two_factor_on" })
  })

  it("takes the codes of this step, the one before and the one after, each once and none backwards", async () => {
    const { ada, key } = await enrolled()
    const now = () => app(key).generate()
    expect(await take(ada, now())).toBe(false)
    later(30)
    const [first, second] = await Promise.all([take(ada, now()), take(ada, now())])
    expect([first, second].sort()).toEqual([false, true])
    const ahead = app(key).generate({ timestamp: Date.now() + 30_000 })
    expect(await take(ada, ahead)).toBe(true)
    later(30)
    expect(await take(ada, ahead)).toBe(false)
    later(60)
    const past = app(key).generate({ timestamp: Date.now() - 30_000 })
    expect(await take(ada, `${past.slice(0, 3)} ${past.slice(3)}`)).toBe(true)
    later(120)
    expect(await take(ada, app(key).generate({ timestamp: Date.now() - 60_000 }))).toBe(false)
    expect(await take(ada, app(key).generate({ timestamp: Date.now() + 60_000 }))).toBe(false)
  })

  it("takes each recovery code once, however it is typed, and new ones end the old", async () => {
    const { ada, codes } = await enrolled()
    const [one = "", two = ""] = codes
    const outcomes = await Promise.all([take(ada, one), take(ada, one.toLowerCase().replaceAll("-", " "))])
    expect(outcomes.sort()).toEqual([false, true])
    expect((await SecondFactor.get(ada, {})).codesLeft).toBe(9)
    const { codes: fresh } = await SecondFactor.renewCodes(ada, {})
    expect(await take(ada, two)).toBe(false)
    expect(await take(ada, fresh[0] ?? "")).toBe(true)
    expect(await take(await given.person(), fresh[1] ?? "")).toBe(false)
  })

  it("keeps neither key nor codes as they are, and a rotation loses nothing", async () => {
    const { ada, key, codes } = await enrolled()
    const rows = JSON.stringify((await table().totp.get({ userId: ada.userId }).go()).data)
    for (const secret of [
      key.replaceAll(" ", ""),
      ...codes,
      ...codes.map((code) => code.replaceAll("-", "")),
    ]) {
      expect(rows).not.toContain(secret)
    }
    later(30)
    const code = app(key).generate()
    await expect(withSecret("EmailKey", retired, () => take(ada, code))).rejects.toThrow("is gone")
    expect(await withSecret("EmailKey", rotated("EmailKey"), () => take(ada, code))).toBe(true)
    // Another person's key opens nothing in one's own row.
    const eve = await enrolled()
    const { data } = await table().totp.get({ userId: eve.ada.userId }).go()
    await table()
      .totp.patch({ userId: ada.userId })
      .set({ secret: data?.secret ?? "" })
      .go()
    await expect(take(ada, app(eve.key).generate())).rejects.toThrow()
  })

  it("is changed only by who proved a moment ago who they are, and each change is noted", async () => {
    const { ada } = await enrolled()
    await SecondFactor.renewCodes(ada, {})
    const changes = [SecondFactor.renewCodes, SecondFactor.turnOff, SecondFactor.begin]
    later(16 * 60)
    for (const change of changes) {
      await expect(change(ada, {})).rejects.toMatchObject({ code: "forbidden", reason: "confirm_yourself" })
    }
    await table().session.patch({ sessionId: ada.sessionId }).set({ provedAt: new Date().toISOString() }).go()
    const token = { ...ada, token: { id: ada.sessionId, scopes: ["write"] as const } }
    await expect(SecondFactor.turnOff(token, {})).rejects.toMatchObject({ code: "forbidden" })
    await SecondFactor.turnOff(ada, {})
    await expect(SecondFactor.turnOff(ada, {})).rejects.toMatchObject({ code: "not_found" })
    const noted = (await Audit.ofUser(ada.userId)).map(({ what }) => what)
    expect(noted).toEqual(["two-factor off", "two-factor codes", "two-factor on"])
    expect(await itemsAbout(`USER#${ada.userId} TOTP`)).toEqual([])
  })

  it("is turned off by an operator, once, and noted with who and why", async () => {
    const { ada } = await enrolled()
    const decided = { userId: ada.userId, by: "on call", why: "passport shown" }
    await expect(SecondFactor.turnOffFor(ada, decided)).rejects.toMatchObject({ code: "not_found" })
    await SecondFactor.turnOffFor({ kind: "system" }, decided)
    expect(await SecondFactor.isOn(ada.userId)).toBe(false)
    await expect(SecondFactor.turnOffFor({ kind: "system" }, decided)).rejects.toMatchObject({
      code: "conflict",
    })
    const [note] = await Audit.ofUser(ada.userId)
    expect(note).toMatchObject({
      by: "on call",
      what: "two-factor off",
      detail: "passport shown",
    })
  })
})
