import { describe, expect, it, vi } from "vitest"
import { authenticator, type Odd } from "../../testing/authenticator"
import { given, type Person, visitor } from "../../testing/given"
import { Audit } from "../audit"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { User } from "../user"
import { Passkey } from "./index"

vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

async function withPasskey(person?: Person) {
  const ada = person ?? (await given.person())
  const key = authenticator()
  const view = await Passkey.register(ada, { credential: key.create(await Passkey.creation(ada, {})) })
  return { ada, key, view }
}
const asked = () => Passkey.request(visitor(), {})
type Shown = ReturnType<ReturnType<typeof authenticator>["get"]>
const enter = (passkey: Shown, ticket?: string) =>
  SignIn.withPasskey(visitor(), { passkey: JSON.stringify(passkey), ...(ticket ? { ticket } : {}) })
const refused = { code: "unauthenticated", reason: "passkey_unknown" }

describe("a passkey", () => {
  it("signs in without a name or a password, and says when it was used", async () => {
    const { ada, key, view } = await withPasskey()
    expect(view).toMatchObject({ name: "Passkey", synced: false })
    expect(await asked()).toMatchObject({ rpId: "localhost", userVerification: "required" })
    const { userId, sessionId } = await enter(key.get(await asked()))
    expect([userId, (await Session.check(sessionId))?.userId]).toEqual([ada.userId, ada.userId])
    const [shown] = (await Passkey.list(ada, {})).items
    expect(shown?.lastUsedAt).toBeDefined()
  })

  it("opens nothing for a challenge that was answered, is old, or is not ours", async () => {
    const { ada, key } = await withPasskey()
    const once = key.get(await asked())
    await enter(once)
    await expect(enter(once)).rejects.toMatchObject(refused)
    const old = await asked()
    later(301)
    await expect(enter(key.get(old))).rejects.toMatchObject(refused)
    const own = { challenge: Buffer.from("mine").toString("base64url") }
    await expect(enter(key.get(own))).rejects.toMatchObject(refused)
    // A challenge for making a passkey is none for signing in.
    await expect(enter(key.get(await Passkey.creation(await again(ada), {})))).rejects.toMatchObject(refused)
  })

  const odds: [what: string, odd: Odd][] = [
    ["another site's page", { origin: "https://ichimai.example.net" }],
    ["another site's key", { rpId: "example.net" }],
    ["who did not show finger, face or PIN", { verified: false }],
    ["an answer to something else", { type: "webauthn.create" }],
    ["a name that is another person's", { userHandle: "usr_01JD0000000000000000000000" }],
  ]
  it.each(odds)("opens nothing for %s", async (_, odd) => {
    const { key } = await withPasskey()
    await expect(enter(key.get(await asked(), odd))).rejects.toMatchObject(refused)
  })

  it("opens nothing with another key's signature, or in another's name", async () => {
    const [{ ada, key }, { key: eves }] = [await withPasskey(), await withPasskey()]
    const [good, bad] = [key.get(await asked()), eves.get(await asked())]
    const mixed = { ...bad, id: good.id, rawId: good.rawId }
    const named = { ...mixed, response: { ...bad.response, userHandle: good.response.userHandle } }
    await expect(enter(mixed)).rejects.toMatchObject(refused)
    await expect(enter(named)).rejects.toMatchObject(refused)
    await expect(SignIn.prove(ada, { passkey: eves.get(await asked()) })).rejects.toMatchObject({
      reason: "passkey_unknown",
    })
    await SignIn.prove(ada, { passkey: key.get(await asked()) })
  })

  it("serves as the second step of its own person alone", async () => {
    const [{ ada, key }, { key: eves }] = [await withPasskey(), await withPasskey()]
    const ticket = await SecondFactor.issue((await User.byId(ada.userId)) ?? ada)
    await expect(enter(eves.get(await asked()), ticket)).rejects.toMatchObject(refused)
    expect((await enter(key.get(await asked()), ticket)).userId).toBe(ada.userId)
    await expect(enter(key.get(await asked()), ticket)).rejects.toMatchObject({ reason: "ticket_over" })
  })

  it("that counts backwards is refused, and noted for its person", async () => {
    const { ada, key } = await withPasskey()
    await enter(key.get(await asked(), { counter: 7 }))
    for (const counter of [7, 3, 0]) {
      await expect(enter(key.get(await asked(), { counter }))).rejects.toMatchObject(refused)
    }
    const noted = (await Audit.ofUser(ada.userId)).filter(({ what }) => what === "passkey counter")
    expect(noted).toHaveLength(3)
    await enter(key.get(await asked(), { counter: 8 }))
  })

  it("is kept only when it was made here, by its person, with a proof of who they are", async () => {
    const [ada, eve] = [await given.person(), await given.person()]
    const key = authenticator()
    const wrong = { code: "unprocessable", reason: "passkey_wrong" }
    const make = async (by: Person, odd: Odd = {}, options = Passkey.creation(by, {})) =>
      Passkey.register(by, { credential: key.create(await options, odd) })
    await expect(make(ada, { origin: "https://example.net" })).rejects.toMatchObject(wrong)
    await expect(make(ada, { rpId: "example.net" })).rejects.toMatchObject(wrong)
    await expect(make(ada, { verified: false })).rejects.toMatchObject(wrong)
    await expect(make(ada, {}, Passkey.creation(eve, {}))).rejects.toMatchObject(wrong)
    const options = await Passkey.creation(ada, {})
    const credential = key.create(options)
    await Passkey.register(ada, { credential })
    await expect(Passkey.register(ada, { credential })).rejects.toMatchObject(wrong)
    await expect(make(ada)).rejects.toMatchObject({ code: "conflict", reason: "passkey_known" })
    expect((await Passkey.creation(ada, {})).excludeCredentials).toMatchObject([{ id: credential.id }])
    later(16 * 60)
    await expect(Passkey.creation(ada, {})).rejects.toMatchObject({ reason: "confirm_yourself" })
    await expect(Passkey.register(ada, { credential })).rejects.toMatchObject({ reason: "confirm_yourself" })
  })

  it("is renamed and removed by its person alone; then it opens nothing", async () => {
    const { ada, key, view } = await withPasskey()
    const eve = await given.person()
    const about = { passkeyId: view.id }
    for (const change of [Passkey.rename(eve, { ...about, name: "Mine" }), Passkey.remove(eve, about)]) {
      await expect(change).rejects.toMatchObject({ code: "not_found" })
    }
    expect((await Passkey.rename(ada, { ...about, name: "Phone" })).name).toBe("Phone")
    await Passkey.remove(ada, about)
    expect((await Passkey.list(ada, {})).items).toEqual([])
    await expect(enter(key.get(await asked()))).rejects.toMatchObject(refused)
    // By id: the audit cannot be changed, and a name may be a person's.
    expect((await Audit.ofUser(ada.userId)).map(({ what, detail }) => [what, detail])).toEqual([
      ["passkey remove", view.id],
      ["passkey add", view.id],
    ])
  })
})

/** The same person, who has just proved who they are. */
async function again(person: Person): Promise<Person> {
  await Session.markProved(person.sessionId)
  return person
}
