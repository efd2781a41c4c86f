import { afterAll, beforeAll, expect, it } from "vitest"
import { Browser } from "@/testing/browser"
import { clientId, clientSecret, startProvider } from "@/testing/oauth-provider"
import { useSettings } from "@/testing/settings"
import { slow } from "@/testing/slow"

let provider: Awaited<ReturnType<typeof startProvider>>
beforeAll(async () => {
  provider = await startProvider()
  process.env.SST_RESOURCE_GoogleSecret = JSON.stringify({ value: clientSecret })
  useSettings({
    siteUrl: "https://photos.example",
    oauth: { google: { clientId, issuer: provider.origin } },
    limits: { writesPerMinute: 3 },
  })
})
afterAll(() => provider.close())

it("on https every cookie of a sign-in is bound to it, and no script reads one", slow, async () => {
  provider.someone = { sub: "1", email: "mika@example.com", email_verified: true }
  const browser = new Browser()
  expect(await browser.through("google", "/")).toBe("/upload?welcome")
  const set = browser.set.map((line) => line.split("; "))
  const names = [...new Set(set.map(([pair = ""]) => pair.split("=")[0]))].sort()
  expect(names).toEqual([
    "__Host-device",
    "__Host-next-auth.csrf-token",
    "__Host-session",
    "__Secure-next-auth.callback-url",
    "__Secure-next-auth.nonce",
    "__Secure-next-auth.pkce.code_verifier",
    "__Secure-next-auth.state",
  ])
  for (const [, ...attributes] of set) {
    expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "Path=/", "SameSite=Lax"]))
    expect(attributes.filter((attribute) => attribute.startsWith("Domain"))).toEqual([])
  }
})

it("a provider that is not set up is none, and leaving too often is refused", slow, async () => {
  const browser = new Browser()
  expect(await browser.land("https://photos.example/api/auth/callback/github?code=1&state=1")).toBe(
    "/signin?error=failed&next=%2F",
  )
  const { csrfToken } = (await (await browser.send("/api/auth/csrf")).json()) as { csrfToken: string }
  const form = { csrfToken, callbackUrl: "/", json: "true" }
  // One more than two windows of a minute allow together.
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) statuses.push((await browser.send("/api/auth/signin/google", form)).status)
  expect(statuses[0]).toBe(200)
  expect(statuses).toContain(429)
})
