import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newestSecret, secretVersions } from "@/core/secret"
import { password } from "@/testing/given"
import { useSettings } from "@/testing/settings"
import { startServer } from "./built"
import type { Lambda } from "./lambda"
import { Site } from "./site"

const origin = "https://photos.example.com"
let lambda: Lambda
let visitor: Site

beforeAll(async () => {
  useSettings({ siteUrl: origin, cdnSecretRequired: true })
  const { value } = JSON.parse(process.env.SST_RESOURCE_CdnSecret ?? "{}") as { value: string }
  process.env.SST_RESOURCE_CdnSecret = JSON.stringify({ value: `next:${"n".repeat(32)},${value}` })
  lambda = await startServer()
  visitor = browser()
})
afterAll(async () => {
  await lambda?.stop()
  expect(lambda?.output(), "what it wrote").not.toMatch(/"level":"ERROR"|\bError:/)
})

const browser = () => new Site(lambda, origin, newestSecret("CdnSecret").value)
const json = (text: string) => JSON.parse(text) as Record<string, unknown>

/** Somebody who signed up and in through the API. */
async function somebody(handle: string) {
  const site = browser()
  const email = `${handle}@example.com`
  const opened = await site.ask("POST /api/account", {
    json: { handle, email, password, name: "Ada Quill", ageConfirmed: true },
  })
  expect(opened.status).toBe(201)
  return { site, signedIn: await site.signIn(email, password) }
}

describe("the built server", () => {
  it("says that it is well", async () => {
    const { status, text } = await visitor.ask("GET /health")
    expect([status, json(text)]).toEqual([200, expect.objectContaining({ status: "ok" })])
  })

  it.each([
    { path: "/explore", language: "en", words: "Explore" },
    { path: "/ja/explore", language: "ja", words: "見つける" },
  ] as const)(
    "draws $path, letter for letter, with a nonce of its own",
    async ({ path, language, words }) => {
      const [first, second] = [await visitor.ask(`GET ${path}`), await visitor.ask(`GET ${path}`)]
      expect(first.status).toBe(200)
      expect(first.text).toContain(`<html lang="${language}"`)
      expect(first.text).toContain(words)
      const nonceOf = ({ headers }: typeof first) =>
        /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "none"
      expect(first.text).toContain(`nonce="${nonceOf(first)}"`)
      expect(nonceOf(first)).not.toBe(nonceOf(second))
      expect(first.headers.get("cache-control")).toMatch(/^public, max-age=0, s-maxage=10/)
    },
  )

  it("signs somebody up and in, with every cookie of an answer, and knows a session among other cookies", async () => {
    const { site, signedIn } = await somebody("ada")
    expect(signedIn.status).toBe(200)
    const session = signedIn.cookies.find((line) => line.startsWith("__Host-session="))
    expect(session).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/i)
    const { cookies } = await browser().ask("GET /api/auth/csrf")
    expect(cookies.map((line) => line.split("=")[0]).sort()).toEqual([
      "__Host-next-auth.csrf-token",
      "__Secure-next-auth.callback-url",
    ])
    site.cookies.set("theme", "dark")
    expect(json((await site.ask("GET /api/me")).text)).toMatchObject({ handle: "ada", name: "Ada Quill" })
    const page = await site.ask("GET /settings/profile")
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "private, no-store"])
  })

  it("writes for whoever is signed in, and reads it back with nothing lost", async () => {
    const { site } = await somebody("bohumil")
    const bio = "写真と珈琲 ☕ – “plain & simple”"
    const written = await site.ask("PATCH /api/me", { json: { bio } })
    expect([written.status, json(written.text).bio]).toEqual([200, bio])
    expect(json((await visitor.ask("GET /api/users/bohumil")).text).bio).toBe(bio)
    expect((await visitor.ask("GET /u/bohumil")).text).toContain("写真と珈琲 ☕")
    expect((await visitor.ask("PATCH /api/me", { json: { bio } })).status).toBe(401)
    const foreign = { headers: { origin: "https://elsewhere.example" }, json: { bio } }
    expect((await site.ask("PATCH /api/me", foreign)).status).toBe(403)
  })

  it.each([
    ["GET /@ada/followers", 308, "/u/ada/followers"],
    ["GET /ja/@ada", 308, "/ja/u/ada"],
    ["POST /share", 303, "/upload"],
  ] as const)("sends %s elsewhere", async (where, status, location) => {
    const answer = await visitor.ask(where)
    expect([answer.status, answer.headers.get("location")]).toEqual([status, location])
  })

  it("says what is not there, as a page and as a problem", async () => {
    const page = await visitor.ask("GET /ja/u/nobody_is_here")
    expect(page.status).toBe(404)
    expect(page.text).toContain("<title>見つかりません · Ichimai</title>")
    const call = await visitor.ask("GET /api/no/such/thing")
    expect([call.status, call.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ])
    expect(json(call.text)).toMatchObject({ code: "not_found" })
  })

  it("takes a body in base64, as the gateway sends what it does not hold for text", async () => {
    const { site } = await somebody("cleo")
    const body = new TextEncoder().encode(JSON.stringify({ bio: "ひかり" }))
    const written = await site.ask("PATCH /api/me", { body })
    expect([written.status, json(written.text).bio]).toEqual([200, "ひかり"])
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0x00])
    const photo = await site.ask("PATCH /api/me", { body: bytes, headers: { "content-type": "image/jpeg" } })
    expect([photo.status, json(photo.text).reason]).toEqual([400, "malformed"])
  })

  it("refuses five megabytes in words, with or without a session, and goes on", async () => {
    const huge = { json: { bio: "x".repeat(5_000_000) } }
    for (const site of [visitor, (await somebody("dora")).site]) {
      const answer = await site.ask("POST /api/account", huge)
      expect([answer.status, json(answer.text)]).toEqual([
        413,
        expect.objectContaining({ code: "too_large", reason: "body_too_large" }),
      ])
    }
    expect((await visitor.ask("GET /health")).status).toBe(200)
  })
})

describe("around the CDN", () => {
  it.each(["GET /health", "GET /api/feed/explore", "POST /api/account"] as const)(
    "%s is refused without the secret, and with a wrong one",
    async (where) => {
      for (const site of [new Site(lambda, origin), new Site(lambda, origin, "guessed")]) {
        const answer = await site.ask(where, where.startsWith("POST") ? { json: {} } : {})
        expect([answer.status, json(answer.text).reason]).toEqual([403, "around_cdn"])
      }
    },
  )

  it("every version of the secret opens, so that a rotation shuts nobody out", async () => {
    const [next, present, ...more] = secretVersions("CdnSecret")
    expect([next?.id, more]).toEqual(["next", []])
    for (const secret of [next, present]) {
      const site = new Site(lambda, origin, secret?.value)
      expect((await site.ask("GET /api/feed/explore")).status).toBe(200)
    }
  })
})
