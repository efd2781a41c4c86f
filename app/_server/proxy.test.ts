import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server.js"
import { NextRequest } from "next/server.js"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import proxy, { config } from "@/proxy"
import { useSettings } from "@/testing/settings"

beforeAll(() =>
  useSettings({
    siteUrl: "https://photos.example",
    storageOrigin: "https://storage.example",
    privateMediaOrigin: "https://private.example",
  }),
)
afterEach(() => vi.unstubAllEnvs())

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`https://photos.example${path}`, { headers }))

const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ")
      return [name, values]
    }),
  )

const framed = "/embed/pst_01JD0000000000000000000000"
// What looks like an embed and is none.
const unframed = ["/embed", "/ja/embed/pst_1", "/u/embed", "/p/embed", "/api/embed/pst_1", "/api/oembed"]

describe.each([
  "/",
  "/ja",
  "/explore",
  "/u/ada",
  "/u/ada/feed.xml",
  "/sitemap.xml",
  "/api/me",
  "/health",
  ...unframed,
])("%s", (path) => {
  it("carries the headers that protect it", () => {
    const { headers } = ask(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      "strict-transport-security": expect.stringMatching(/^max-age=(\d{8,}); includeSubDomains/),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    })
    expect(policyOf(ask(path))["frame-ancestors"]).toEqual(["'none'"])
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
  })
})

it("any site may frame a post's embed page, which may run nothing", () => {
  const { headers } = ask(framed)
  expect(headers.get("x-frame-options")).toBeNull()
  expect(policyOf(ask(framed))).toMatchObject({
    "default-src": ["'none'"],
    "frame-ancestors": ["*"],
    "form-action": ["'none'"],
  })
  expect(policyOf(ask(framed))["script-src"]).toBeUndefined()
  expect(policyOf(ask(framed))["img-src"]).toContain("https://storage.example")
  expect(Object.fromEntries(headers)).toMatchObject({ "x-content-type-options": "nosniff" })
  expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
})

it("what a phone shares leads to compose where no service worker takes it", () => {
  const response = proxy(new NextRequest("https://photos.example/share", { method: "POST", body: "x" }))
  expect([response.status, response.headers.get("location")]).toEqual([303, "https://photos.example/upload"])
})

describe("the policy of a page", () => {
  it("runs scripts by their nonce alone in production", () => {
    vi.stubEnv("NODE_ENV", "production")
    const policy = policyOf(ask("/"))
    expect(policy["script-src"]).toEqual([
      "'self'",
      expect.stringMatching(/^'nonce-[\w+/]{22}=='$/),
      "'strict-dynamic'",
      "'wasm-unsafe-eval'",
    ])
    expect(policy).toMatchObject({
      "default-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "upgrade-insecure-requests": [],
    })
    expect(policy["connect-src"]).toContain("https://storage.example")
    expect(policy["img-src"]).toEqual(
      expect.arrayContaining(["https://storage.example", "https://private.example"]),
    )
  })

  it("has a fresh nonce a request, the one that Next is told", () => {
    const nonces = [1, 2, 3].map(() => {
      const response = ask("/explore")
      const told = response.headers.get("x-middleware-request-x-nonce")
      expect(policyOf(response)["script-src"]).toContain(`'nonce-${told}'`)
      expect(response.headers.get("x-middleware-request-content-security-policy")).toContain(
        `'nonce-${told}'`,
      )
      return told
    })
    expect(new Set(nonces).size).toBe(3)
  })

  it("is not the caller's to choose", () => {
    const headers = { "x-nonce": "evil", "content-security-policy": "script-src 'nonce-evil'" }
    const response = ask("/", headers)
    expect([...response.headers.values()].join()).not.toContain("evil")
  })
})

it("an answer that is no page may load nothing", () => {
  for (const path of [
    "/api",
    "/api/me",
    "/api/docs",
    "/health",
    "/u/ada/feed.xml",
    "/t/%E9%9C%A7/feed.json",
    "/offline",
    "/sitemap.xml",
    "/sitemaps/2026-01-31.xml",
  ]) {
    expect(policyOf(ask(path))).toMatchObject({ "default-src": ["'none'"] })
    expect(policyOf(ask(path))["script-src"]).toBeUndefined()
  }
  for (const path of [
    "/apiary",
    "/u/feed.xml",
    "/u/ada/feed.xml/more",
    "/ja/u/ada/feed.xml",
    "/p/pst_1/feed.xml",
  ]) {
    expect(policyOf(ask(path))["script-src"]).toBeDefined()
  }
})

describe("a page", () => {
  const kept = (headers: Record<string, string>) => ask("/u/ada", headers).headers.get("cache-control")

  it("of a visitor may be shared for a moment", () => {
    const shared = "public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=3600"
    expect(kept({})).toBe(shared)
    expect(kept({ cookie: "theme=dark; not-session=1" })).toBe(shared)
  })

  it.each([
    ["cookie", "session=x"],
    ["cookie", "theme=dark; __Host-session=x"],
    ["authorization", "Bearer pat_1"],
  ])("of somebody with the %s %s is nobody else's", (name, value) => {
    expect(kept({ [name]: value })).toBe("private, no-store")
  })

  it("is in the language of its address, and sets no cookie", () => {
    const rewritten = (path: string) =>
      new URL(ask(path, { "accept-language": "ja" }).headers.get("x-middleware-rewrite") ?? "https://none")
        .pathname
    expect(rewritten("/explore")).toBe("/en/explore")
    expect(rewritten("/u/jane.js")).toBe("/en/u/jane.js")
    expect(ask("/ja/explore").headers.get("x-middleware-request-x-next-intl-locale")).toBe("ja")
    expect(ask("/explore", { "accept-language": "ja" }).headers.get("set-cookie")).toBeNull()
  })

  it("never leads to another site", () => {
    for (const path of [
      "//evil.example",
      "/en//evil.example",
      "/\\evil.example",
      "/en/\\evil.example",
      "/%5Cevil.example",
    ]) {
      const location = ask(path).headers.get("location")
      expect(new URL(location ?? "/", "https://photos.example").host).toBe("photos.example")
    }
  })
})

it("sees every address but Next's own and the public files", () => {
  const seen = (url: string) => doesMatch({ config, nextConfig: {}, url })
  const paths = ["/", "/ja", "/u/ada", "/u/jane.js", "/ja/u/photo.png", "/p/pst_1", "/api/me", "/health"]
  for (const path of [
    ...paths,
    "/api/media/pho_1/640.jpg",
    "/api/media/pho_1/640.avif",
    "/api/openapi.json",
  ]) {
    expect([path, seen(path)]).toEqual([path, true])
  }
  for (const path of ["/_next/static/chunks/a.js", "/icon.svg", "/favicon.ico", "/manifest.webmanifest"]) {
    expect([path, seen(path)]).toEqual([path, false])
  }
})

describe.each(["/s/0aB-_6789012345678901234", "/ja/s/0aB-_6789012345678901234/p/pst_1"])(
  "%s, a link",
  (path) => {
    it("is kept by nobody, goes to no other site and into no index, also for visitors", () => {
      expect(Object.fromEntries(ask(path).headers)).toMatchObject({
        "cache-control": "private, no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "x-frame-options": "DENY",
      })
      expect(ask("/search").headers.get("cache-control")).toContain("s-maxage")
    })
  },
)
