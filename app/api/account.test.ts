import { unmarshall } from "@aws-sdk/util-dynamodb"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { termsVersion } from "@/core/account/terms.schema"
import type { UserActor } from "@/core/actor"
import { SignIn } from "@/core/sign-in"
import { Token } from "@/core/token"
import { User } from "@/core/user"
import { api, Problem } from "@/testing/api"
import { changes } from "@/testing/events"
import { type Person, password, visitor } from "@/testing/given"
import { useSettings } from "@/testing/settings"
import { slow } from "@/testing/slow"

const newPassword = "eight loud magpies 52"
const Row = z.object({ purpose: z.string(), email: z.string(), seed: z.string(), keyId: z.string() })

// Time stands still, so that no window of a limit ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

beforeAll(() => useSettings({ emailVerification: "required", limits: { mailsPerHour: 2 } }))

/** The newest token that is mailed to an address. */
async function mailedTo(email: string) {
  const rows = (await changes()).flatMap(({ dynamodb }) => {
    const row = Row.safeParse(
      dynamodb?.NewImage && unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]),
    )
    return row.success && row.data.email === email ? [row.data] : []
  })
  const row = rows.at(-1)
  return { purpose: row?.purpose, token: (row && Token.reveal(row)) ?? "" }
}

async function signedIn(email: string, word = password): Promise<UserActor> {
  const caller = visitor()
  return { ...caller, kind: "user", ...(await SignIn.withPassword(caller, { email, password: word })) }
}

const wanted = {
  handle: "grace",
  email: "grace@example.com",
  password,
  name: "Grace",
  ageConfirmed: true,
}
const invisible = async () => (await api("GET /api/users/grace")).status

describe("an account", () => {
  it("opens, is invisible until its address is confirmed, and then signs in", slow, async () => {
    const opened = await api("POST /api/account", { json: wanted })
    expect([opened.status, opened.body]).toEqual([201, { verification: "required" }])
    expect(await invisible()).toBe(404)
    await expect(signedIn(wanted.email)).rejects.toMatchObject({ reason: "unverified" })

    const { purpose, token } = await mailedTo(wanted.email)
    expect(purpose).toBe("verify")
    expect((await api("POST /api/account/password/reset", { json: { token, password } })).status).toBe(410)
    expect((await api("POST /api/account/verify", { json: { token } })).status).toBe(204)
    const again = await api("POST /api/account/verify", { json: { token } })
    expect(again.body).toMatchObject({ status: 410, reason: "link_used" })

    const grace = await signedIn(wanted.email)
    expect((await api("GET /api/me", { as: grace })).body).toMatchObject({
      handle: "grace",
      name: "Grace",
      email: wanted.email,
      emailVerified: true,
    })
    expect((await api("GET /api/users/grace")).text).not.toContain(wanted.email)
  })

  it("of a known address answers word for word the same; the mail tells", slow, async () => {
    const json = { ...wanted, handle: "grace2" }
    const fresh = await api("POST /api/account", {
      json: { ...json, handle: "heidi", email: "heidi@example.com" },
    })
    const known = await api("POST /api/account", { json })
    expect([known.status, known.text]).toEqual([fresh.status, fresh.text])
    expect((await mailedTo(wanted.email)).purpose).toBe("known")
    expect((await api("GET /api/users/grace2")).status).toBe(404)
    expect((await api("POST /api/account", { json })).body).toMatchObject({
      status: 409,
      reason: "handle_taken",
    })
  })

  it("is for who says that they are old enough, and notes which terms were agreed to", async () => {
    const older = { ...wanted, handle: "judy", email: "judy@example.com" }
    const { ageConfirmed: _, ...json } = older
    for (const said of [{}, { ageConfirmed: false }]) {
      const { status, body } = await api("POST /api/account", { json: { ...json, ...said } })
      expect([status, Problem.parse(body).errors?.map(({ path }) => path)]).toEqual([400, ["ageConfirmed"]])
    }
    expect((await api("POST /api/account", { json: older })).status).toBe(201)
    expect((await User.byEmail(older.email))?.termsVersion).toBe(termsVersion)
  })

  it("wants a password that is not the first to be tried", async () => {
    const json = { ...wanted, handle: "ivan", password: "password1234" }
    const { status, body } = await api("POST /api/account", { json })
    expect([status, Problem.parse(body).errors?.map(({ path }) => path)]).toEqual([400, ["password"]])
  })
})

describe("a forgotten password", () => {
  it("is set anew by mail, which ends every session", slow, async () => {
    const before = await signedIn(wanted.email)
    const json = { email: wanted.email }
    expect((await api("POST /api/account/password/forgot", { json })).status).toBe(204)
    const { purpose, token } = await mailedTo(wanted.email)
    expect(purpose).toBe("reset")
    const reset = { json: { token, password: newPassword } }
    expect((await api("POST /api/account/password/reset", reset)).status).toBe(204)
    expect((await api("POST /api/account/password/reset", reset)).status).toBe(410)
    expect((await api("GET /api/me", { as: before })).status).toBe(401)
    await expect(signedIn(wanted.email)).rejects.toMatchObject({ reason: "wrong_password" })
    expect((await api("GET /api/me", { as: await signedIn(wanted.email, newPassword) })).status).toBe(200)
  })

  it("answers the same whether the address is known or not, up to the limit", async () => {
    const headers = { "x-request-id": "the-same" }
    const ask = (email: string) => api("POST /api/account/password/forgot", { json: { email }, headers })
    for (const status of [204, 204, 429]) {
      const [known, unknown] = [await ask("heidi@example.com"), await ask("nobody@example.com")]
      expect([known.status, unknown.status]).toEqual([status, status])
      expect(known.text).toBe(unknown.text)
    }
  })
})

describe("oneself", () => {
  let ada: Person
  beforeAll(async () => {
    const email = "ada@example.com"
    await api("POST /api/account", { json: { handle: "ada", email, password, ageConfirmed: true } })
    const { token } = await mailedTo(email)
    await api("POST /api/account/verify", { json: { token } })
    ada = { ...(await signedIn(email)), handle: "ada", email }
  })

  it("changes by what is given, and by nothing", async () => {
    const change = { name: "Ada L.", bio: " Two\r\nlines ", locale: "ja" }
    const { body } = await api("PATCH /api/me", { as: ada, json: change })
    expect(body).toMatchObject({ name: "Ada L.", bio: "Two\nlines", locale: "ja" })
    const nothing = await api("PATCH /api/me", { as: ada, json: {} })
    expect([nothing.status, nothing.body]).toEqual([200, body])
  })

  it("cannot make oneself an administrator", async () => {
    const { body } = await api("PATCH /api/me", { as: ada, json: { role: "admin", userId: "usr_1" } })
    expect(Problem.parse(body).errors?.map(({ path }) => path)).toEqual(["role", "userId"])
  })

  it("sees one's devices and signs others out, on the very next request", async () => {
    const [phone, tablet] = await Promise.all([signedIn(ada.email), signedIn(ada.email)])
    const { body } = await api("GET /api/me/sessions", { as: ada })
    expect(body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: phone.sessionId })]),
    })
    expect((await api(`DELETE /api/me/sessions/${phone.sessionId}`, { as: ada })).status).toBe(204)
    expect((await api("GET /api/me", { as: phone })).status).toBe(401)
    expect((await api("GET /api/me", { as: tablet })).status).toBe(200)
    expect((await api("DELETE /api/me/sessions", { as: ada })).status).toBe(204)
    expect((await api("GET /api/me", { as: tablet })).status).toBe(401)
    expect((await api("GET /api/me", { as: ada })).status).toBe(200)
  })

  it("changes the password, which ends every other session", slow, async () => {
    const phone = await signedIn(ada.email)
    const change = (current: string) =>
      api("PUT /api/me/password", { as: ada, json: { current, password: newPassword } })
    const wrong = await change("not my password")
    expect([wrong.status, Problem.parse(wrong.body).errors?.[0]?.path]).toEqual([400, "current"])
    expect((await api("GET /api/me", { as: phone })).status).toBe(200)
    expect((await change(password)).status).toBe(204)
    expect((await api("GET /api/me", { as: phone })).status).toBe(401)
    expect((await api("GET /api/me", { as: ada })).status).toBe(200)
  })
})

it("signs in with an address in any case", slow, async () => {
  expect((await signedIn("GRACE@Example.com", newPassword)).kind).toBe("user")
})
