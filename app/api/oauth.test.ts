import { generateKeyPairSync } from "node:crypto"
import { encode } from "next-auth/jwt"
import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { cookieName, sessionIdIn } from "@/app/_server/session-cookie"
import { Identity } from "@/core/identity"
import { SecondFactor } from "@/core/second-factor"
import { newestSecret } from "@/core/secret"
import { Session } from "@/core/session"
import { table } from "@/core/table"
import { User } from "@/core/user"
import { api } from "@/testing/api"
import { Browser } from "@/testing/browser"
import { given, type Person } from "@/testing/given"
import { clientId, clientSecret, startProvider } from "@/testing/oauth-provider"
import { itemsAbout } from "@/testing/rows"
import { useSettings } from "@/testing/settings"
import { slow } from "@/testing/slow"

const providers = ["google", "github", "cognito"] as const
let provider: Awaited<ReturnType<typeof startProvider>>
let count = 0

beforeAll(async () => {
  provider = await startProvider()
  const at = { clientId, issuer: provider.origin }
  const github = { clientId, site: provider.origin, api: provider.origin }
  useSettings({ oauth: { google: at, cognito: at, github }, limits: { signUpsPerHour: 1000 } })
  for (const name of ["Google", "Github", "Cognito"]) {
    process.env[`SST_RESOURCE_${name}Secret`] = JSON.stringify({ value: clientSecret })
  }
})
afterAll(() => provider.close())
beforeEach(() => Object.assign(provider, { claims: {}, key: provider.privateKey, declines: false }))

/** Somebody new sits down at the provider, with an address that it has confirmed, or not. */
function arrives(change: { email?: string; name?: string; verified?: boolean } = {}) {
  const sub = `sub-${count++}`
  const { email = `${sub}@example.com`, name = "Mika Hoshino", verified = true } = change
  const emails = [{ email, primary: true, verified }]
  provider.someone = { sub, name, email, email_verified: verified, emails }
  return { sub, email }
}

/** Whose session a browser carries. */
async function whoIs(browser: Browser) {
  const sessionId = await sessionIdIn(browser.cookies.get(cookieName()))
  return sessionId ? Session.check(sessionId) : undefined
}

const verified = async (person: Person) => {
  await table().user.patch({ userId: person.userId }).set({ emailVerified: true }).go()
  return person
}
const withTwoFactor = async (person: Person) => {
  const { key } = await SecondFactor.begin(person, {})
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) })
  return SecondFactor.confirm(person, { code: app.generate() })
}
const intend = (person: Person, to: string) =>
  api("POST /api/me/accounts", { as: person, json: { provider: to } })
const linkedTo = async (person: Person) =>
  (await Identity.list(person, {})).items.filter(({ linked }) => linked).map(({ provider: at }) => at)

describe.each(providers)("coming from %s", (name) => {
  it(
    "somebody new gets an account without a password and lands on a first upload; then signs in again",
    slow,
    async () => {
      const { sub, email } = arrives()
      const browser = new Browser()
      expect(await browser.through(name, "/explore")).toBe("/upload?welcome")
      const me = await whoIs(browser)
      const row = await User.byId(me?.userId ?? "")
      expect(row).toMatchObject({ email, emailVerified: true, hidden: false, name: "Mika Hoshino" })
      expect(row?.passwordHash).toBeUndefined()
      expect(await itemsAbout(sub)).toContain(`ACCT#${name}#${sub} A`)

      const again = new Browser()
      expect(await again.through(name, "/ja/explore?described=1")).toBe("/ja/explore?described=1")
      const second = await whoIs(again)
      expect(second?.userId).toBe(me?.userId)
      expect(second?.sessionId).not.toBe(me?.sessionId)
    },
  )

  it("whoever asked for a second step owes it here too", slow, async () => {
    const { email } = arrives()
    const ada = await verified(await given.person(email.split("@")[0]))
    await new Browser().through(name)
    const { codes } = await withTwoFactor(ada)
    const browser = new Browser()
    expect(await browser.through(name, "/ja/explore")).toBe("/ja/signin?step=code&next=%2Fja%2Fexplore")
    expect(await whoIs(browser)).toBeUndefined()
    const { csrfToken } = (await (await browser.send("/api/auth/csrf")).json()) as { csrfToken: string }
    const form = { csrfToken, code: codes[0] ?? "", json: "true" }
    expect((await browser.send("/api/auth/callback/credentials", form)).status).toBe(200)
    expect((await whoIs(browser))?.userId).toBe(ada.userId)
  })

  it("somebody new who did not say that they are old enough gets no account, and is asked where one joins", async () => {
    const { sub, email } = arrives()
    const browser = new Browser()
    browser.oldEnough = false
    expect(await browser.through(name, "/ja/explore")).toBe(
      "/ja/signup?error=age_unconfirmed&next=%2Fja%2Fexplore",
    )
    expect(await whoIs(browser)).toBeUndefined()
    expect([await itemsAbout(sub), await User.isKnown(email)]).toEqual([[], false])
  })

  it("somebody whose address is confirmed on both sides comes into their account, linked", async () => {
    const ada = await verified(await given.person())
    arrives({ email: ada.email.toUpperCase() })
    const browser = new Browser()
    expect(await browser.through(name)).toBe("/")
    expect((await whoIs(browser))?.userId).toBe(ada.userId)
    expect(await linkedTo(ada)).toEqual([name])
  })

  it("an address that is not confirmed here links nothing: its account may be a stranger's trap", async () => {
    const squatter = await given.person()
    const { sub } = arrives({ email: squatter.email })
    const browser = new Browser()
    expect(await browser.through(name, "/explore")).toBe("/signin?error=unconfirmed_here&next=%2Fexplore")
    expect(await whoIs(browser)).toBeUndefined()
    expect(await itemsAbout(sub)).toEqual([])
  })

  it("an address that the provider has not confirmed neither links nor joins", async () => {
    const ada = await verified(await given.person())
    for (const email of [ada.email, "nobody.yet@example.com"]) {
      const { sub } = arrives({ email, verified: false })
      const browser = new Browser()
      expect(await browser.through(name)).toBe("/signin?error=unconfirmed_there&next=%2F")
      expect(await whoIs(browser)).toBeUndefined()
      expect(await itemsAbout(sub)).toEqual([])
    }
    expect(await linkedTo(ada)).toEqual([])
  })

  it("an account is linked from inside a session that asked for it, once, and unlinked", async () => {
    const ada = await given.person()
    expect((await intend(ada, name)).status).toBe(204)
    arrives()
    const browser = await Browser.of(ada)
    expect(await browser.through(name, "/ja/settings/account")).toBe("/ja/settings/account?linked")
    expect((await whoIs(browser))?.sessionId).toBe(ada.sessionId)
    expect(await linkedTo(ada)).toEqual([name])
    expect((await intend(ada, name)).body).toMatchObject({ status: 409, reason: "provider_linked" })

    const elsewhere = new Browser()
    expect(await elsewhere.through(name)).toBe("/")
    expect((await whoIs(elsewhere))?.userId).toBe(ada.userId)
    expect((await api(`DELETE /api/me/accounts/${name}`, { as: ada })).status).toBe(204)
    expect((await api(`DELETE /api/me/accounts/${name}`, { as: ada })).status).toBe(404)
    expect(await linkedTo(ada)).toEqual([])
    expect(await new Browser().through(name)).toBe("/upload?welcome")
  })
})

it("of GitHub's addresses only the primary one counts, and only confirmed", async () => {
  const ada = await verified(await given.person())
  const { sub } = arrives({ email: ada.email })
  provider.someone.emails = [
    { email: ada.email, primary: false, verified: true },
    { email: "first@example.com", primary: true, verified: false },
  ]
  expect(await new Browser().through("github")).toBe("/signin?error=unconfirmed_there&next=%2F")
  expect(await itemsAbout(sub)).toEqual([])
})

describe("from inside a session", () => {
  it("nothing is linked that was not asked for", async () => {
    const ada = await given.person()
    const browser = await Browser.of(ada)
    const { sub } = arrives()
    expect(await browser.through("google")).toBe("/settings/account?error=not_asked")
    await intend(ada, "github")
    expect(await browser.through("google")).toBe("/settings/account?error=not_asked")
    expect(await itemsAbout(sub)).toEqual([])
  })

  it("the asking serves once, and for ten minutes", async () => {
    const ada = await given.person()
    await intend(ada, "google")
    const stale = { linkIntent: { provider: "google", expires: Math.floor(Date.now() / 1000) - 1 } }
    await table().session.patch({ sessionId: ada.sessionId }).set(stale).go()
    arrives()
    const browser = await Browser.of(ada)
    expect(await browser.through("google")).toBe("/settings/account?error=not_asked")
    await intend(ada, "google")
    const taken = [1, 2, 3].map(() => Session.takeLinkIntent(ada.sessionId, "google"))
    expect((await Promise.all(taken)).filter(Boolean)).toHaveLength(1)
  })

  it("an account that is somebody else's stays theirs", async () => {
    const [ada, bo] = [await given.person(), await given.person()]
    arrives()
    await intend(ada, "google")
    await (await Browser.of(ada)).through("google")
    await intend(bo, "google")
    expect(await (await Browser.of(bo)).through("google")).toBe("/settings/account?error=elsewhere")
    expect([await linkedTo(ada), await linkedTo(bo)]).toEqual([["google"], []])
  })
})

describe("at once", () => {
  it("two people link one account: exactly one has it", async () => {
    const people = [await given.person(), await given.person(), await given.person()]
    for (const person of people) await intend(person, "google")
    const account = { provider: "google", accountId: `race-${count++}` } as const
    const outcomes = await Promise.all(people.map((person) => Identity.enter(person, account)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["linked", "refused", "refused"])
    expect((await Promise.all(people.map(linkedTo))).flat()).toEqual(["google"])
  })

  it("one person links two accounts of a provider: exactly one is linked", async () => {
    const ada = await given.person()
    const phone = { ...ada, ...(await Session.open(ada, { ...ada, emailVerified: true })) }
    for (const device of [ada, phone]) await intend(device, "google")
    const outcomes = await Promise.all(
      [ada, phone].map((device, n) =>
        Identity.enter(device, { provider: "google", accountId: `two-${count}-${n}` }),
      ),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["linked", "refused"])
  })

  it("somebody new comes twice: one account, two sessions", async () => {
    const { visitor } = await import("@/testing/given")
    const vouched = {
      provider: "google",
      accountId: `new-${count}`,
      email: `new-${count}@example.com`,
    } as const
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => Identity.enter(visitor(), vouched, { ageConfirmed: true })),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(["in", "in", "in"])
    const user = await User.byEmail(vouched.email)
    for (const outcome of outcomes) {
      const session = outcome.kind === "in" ? await Session.check(outcome.sessionId) : undefined
      expect(session?.userId).toBe(user?.userId)
    }
  })

  it("both ways in are unlinked: one stays", async () => {
    arrives()
    const browser = new Browser()
    await browser.through("google")
    const session = await whoIs(browser)
    const me = { ...(await given.person()), ...session } as Person
    await intend(me, "github")
    await Identity.enter(me, { provider: "github", accountId: `way-${count++}` })
    const away = await Promise.all(
      ["google", "github"].map((name) => api(`DELETE /api/me/accounts/${name}`, { as: me })),
    )
    expect(away.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(await linkedTo(me)).toHaveLength(1)
  })
})

describe("a return that does not fit (check 35)", () => {
  const refused = "/signin?error=failed&next=%2F"

  it("with another state, or none", async () => {
    arrives()
    const browser = new Browser()
    const back = new URL(await browser.consent(await browser.leaveFor("google")))
    back.searchParams.set("state", "x".repeat(43))
    expect(await browser.land(back.href)).toBe(refused)
    const other = new URL(await browser.consent(await browser.leaveFor("google")))
    other.searchParams.delete("state")
    expect(await browser.land(other.href)).toBe(refused)
    expect(await whoIs(browser)).toBeUndefined()
  })

  it("in a browser that did not leave: a stranger's code signs nobody in", async () => {
    arrives()
    const attacker = new Browser()
    const back = await attacker.consent(await attacker.leaveFor("google"))
    const victim = new Browser()
    expect(await victim.land(back)).toBe(refused)
    await victim.leaveFor("google")
    expect(await victim.land(back)).toBe(refused)
    expect(await whoIs(victim)).toBeUndefined()
  })

  it("a second time, even with the same cookies", async () => {
    arrives()
    const browser = new Browser()
    const back = await browser.consent(await browser.leaveFor("google"))
    const copy = new Browser()
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
    expect(await browser.land(back)).toBe("/upload?welcome")
    browser.cookies.delete(cookieName())
    expect(await browser.land(back)).toBe(refused)
    expect(await copy.land(back)).toBe(refused)
    expect(await whoIs(copy)).toBeUndefined()
  })

  const checks = ["state", "pkce.code_verifier", "nonce"]
  it.each(checks)("with a %s cookie that was changed, forged, taken from another, or lost", async (check) => {
    const name = `next-auth.${check}`
    arrives()
    const other = new Browser()
    await other.leaveFor("google")
    const github = new Browser()
    await github.leaveFor("github")
    const changes = [
      (value: string) => `${value.slice(0, -2)}xx`,
      () => "forged",
      () => other.cookies.get(name),
      () => github.cookies.get(name) ?? "",
      () => "",
    ]
    for (const change of changes) {
      const browser = new Browser()
      const back = await browser.consent(await browser.leaveFor("google"))
      browser.cookies.set(name, change(browser.cookies.get(name) ?? "") ?? "")
      expect(await browser.land(back)).toBe(refused)
      expect(await whoIs(browser)).toBeUndefined()
    }
  })

  it("with a sealed value that was made for another purpose, the session above all", async () => {
    const sealedFor = async (salt: string) => {
      arrives()
      const browser = new Browser()
      const back = await browser.consent(await browser.leaveFor("google"))
      const token = { value: new URL(back).searchParams.get("state"), provider: "google" }
      const { value: secret } = newestSecret("AuthSecret")
      browser.cookies.set("next-auth.state", await encode({ token, secret, salt }))
      return browser.land(back)
    }
    expect(await sealedFor("next-auth.nonce")).toBe(refused)
    expect(await sealedFor("")).toBe(refused)
    expect(await sealedFor("next-auth.state")).toBe("/upload?welcome")
  })

  it.each([
    ["another nonce", { nonce: "n".repeat(43) }],
    ["no nonce", { nonce: undefined }],
    ["another audience", { aud: "somebody-else" }],
    ["another issuer", { iss: "https://evil.example" }],
    ["a time that is over", { exp: 1 }],
  ])("with an id token of %s", async (_, claims) => {
    arrives()
    provider.claims = claims
    const browser = new Browser()
    expect(await browser.through("google")).toBe(refused)
    expect(await whoIs(browser)).toBeUndefined()
  })

  it("with an id token that somebody else signed", async () => {
    arrives()
    provider.key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey
    expect(await new Browser().through("google")).toBe(refused)
  })

  it("of somebody who said no, in their language", async () => {
    provider.declines = true
    expect(await new Browser().through("google", "/ja/explore")).toBe(
      "/ja/signin?error=cancelled&next=%2Fja%2Fexplore",
    )
  })

  it("never leads to another site, on the way out or back", async () => {
    arrives()
    for (const evil of [
      "https://evil.example/x",
      "//evil.example",
      "javascript:alert(1)",
      "/\\evil.example",
    ]) {
      const browser = new Browser()
      const leaving = await browser.leaveFor("google", evil)
      const back = leaving.startsWith("http:") ? await browser.consent(leaving) : ""
      const landed = back ? await browser.land(`${back}&callbackUrl=${encodeURIComponent(evil)}`) : leaving
      // Where it lands is a path behind our own origin, or no address at all.
      expect(landed).toMatch(/^\/|^undefined$/)
    }
    const browser = new Browser()
    const back = await browser.consent(await browser.leaveFor("google"))
    browser.cookies.set("next-auth.callback-url", encodeURIComponent("https://evil.example/"))
    expect(await browser.land(back)).toMatch(/^\/(\?|$)/)
  })

  it("leaves only with our own form: no address signs a browser in as somebody else", async () => {
    const browser = new Browser()
    const got = await browser.land("http://localhost:3000/api/auth/signin/google")
    expect(got).toMatch(/^\/signin/)
    const posted = await browser.send("/api/auth/signin/google", { csrfToken: "wrong", json: "true" })
    expect(JSON.stringify(await posted.json())).not.toContain(provider.origin)
  })
})

describe("an account without a password", () => {
  it(
    "refuses every password, sets a first one by mail alone, and cannot lose its only way in",
    slow,
    async () => {
      const { email } = arrives()
      const browser = new Browser()
      await browser.through("cognito")
      const me = { ...(await given.person()), ...(await whoIs(browser)) } as Person
      expect(await User.checkPassword(email, "")).toBeUndefined()
      expect(await User.checkPassword(email, "undefined")).toBeUndefined()
      const json = { current: "undefined", password: "seven quiet herons 41" }
      expect((await api("PUT /api/me/password", { as: me, json })).body).toMatchObject({
        reason: "no_password",
      })
      expect((await api("DELETE /api/me/accounts/cognito", { as: me })).body).toMatchObject({
        status: 409,
        reason: "only_way_in",
      })
      expect((await api("GET /api/me/accounts", { as: me })).body).toMatchObject({ password: false })
    },
  )

  it("gets a handle of its own from what the provider calls it", async () => {
    const handles: string[] = []
    for (const name of ["Sora Tanabe", "Sora Tanabe", "森", "Admin"]) {
      arrives({
        name,
        email: `${["sora", "sora2", "mori.k", "adm1n"][handles.length]}-x${count}@example.com`,
      })
      const browser = new Browser()
      await browser.through("google")
      handles.push((await User.byId((await whoIs(browser))?.userId ?? ""))?.handle ?? "")
    }
    expect(handles[0]).toBe("sora.tanabe")
    expect(handles[1]).not.toBe("sora.tanabe")
    expect(handles[2]).toMatch(/^mori\.k\.x\d+$/)
    expect(new Set(handles).size).toBe(4)
  })
})
