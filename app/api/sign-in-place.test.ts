import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { Passkey } from "@/core/passkey"
import { SecondFactor } from "@/core/second-factor"
import { newestSecret } from "@/core/secret"
import { Session } from "@/core/session"
import { table } from "@/core/table"
import { authenticator } from "@/testing/authenticator"
import { Browser } from "@/testing/browser"
import { given, type Person, password, visitor } from "@/testing/given"
import { clientId, clientSecret, startProvider } from "@/testing/oauth-provider"
import { useSettings } from "@/testing/settings"

vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

let provider: Awaited<ReturnType<typeof startProvider>>
beforeAll(async () => {
  provider = await startProvider()
  process.env.SST_RESOURCE_GoogleSecret = JSON.stringify({ value: clientSecret })
  useSettings({ cdnSecretRequired: true, oauth: { google: { clientId, issuer: provider.origin } } })
})
afterAll(() => provider.close())

const osaka = { country: "JP", city: "\u014csaka" }
/** A browser as the CDN passes it on, which says of places what it is told. */
function behindCdn(secret = newestSecret("CdnSecret").value) {
  const browser = new Browser()
  const place = { "cloudfront-viewer-country": "JP", "cloudfront-viewer-city": "%C5%8Csaka" }
  Object.assign(browser.added, { "x-cdn-secret": secret, "x-viewer-address": "198.51.100.7", ...place })
  return browser
}

async function post(browser: Browser, fields: Record<string, string>) {
  const { csrfToken } = (await (await browser.send("/api/auth/csrf")).json()) as { csrfToken: string }
  return browser.send("/api/auth/callback/credentials", { ...fields, csrfToken, json: "true" })
}

/** The places of the sessions that somebody has besides the one that they were given. */
const places = async (person: Person) =>
  (await Session.list(person, {})).items.filter(({ id }) => id !== person.sessionId).map(({ place }) => place)

it("a session says where it was made, whichever way somebody came in", async () => {
  const ada = await given.person()
  await post(behindCdn(), { email: ada.email, password })

  const key = authenticator()
  await Passkey.register(ada, { credential: key.create(await Passkey.creation(ada, {})) })
  const passkey = JSON.stringify(key.get(await Passkey.request(visitor(), {})))
  await post(behindCdn(), { passkey })

  await table().user.patch({ userId: ada.userId }).set({ emailVerified: true }).go()
  provider.someone = { sub: "ada", name: "Ada", email: ada.email, email_verified: true, emails: [] }
  expect(await behindCdn().through("google")).toBe("/")
  expect(await places(ada)).toEqual([osaka, osaka, osaka])

  const { key: shown } = await SecondFactor.begin(ada, {})
  const app = new TOTP({ secret: Secret.fromBase32(shown.replaceAll(" ", "")) })
  await SecondFactor.confirm(ada, { code: app.generate() })
  vi.setSystemTime(Date.now() + 60_000)
  const browser = behindCdn()
  await post(browser, { email: ada.email, password })
  await post(browser, { code: app.generate() })
  expect(await places(ada)).toEqual([osaka, osaka, osaka, osaka])
})

it("nothing that came around the CDN opens a session, let alone says where", async () => {
  const ada = await given.person()
  const answer = await behindCdn("guessed").send("/api/auth/csrf")
  expect([answer.status, await places(ada)]).toEqual([403, []])
})
