import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { securityHeaders } from "../../app/_server/security-headers"
import { cacheKeyOf, codeOf, edgeOf } from "./cloudfront"
import { root } from "./platform"
import { evaluatedStages, kinds, secrets } from "./stages"

const stages = evaluatedStages()
const { production } = stages
const ask = edgeOf(production)
const keyOf = cacheKeyOf(production)
const host = "photos.example"
const page = (headers = {}, cookies = {}) => ask({ host, uri: "/p/pst_1", headers, cookies })
const site = "webserverapnortheast1url.lambda-url.ap-northeast-1.on.aws"
const gateway = "apiapi.execute-api.ap-northeast-1.amazonaws.com"
const files = "photo-sharing-app-production-webassetsbucket-waevafvr.s3.ap-northeast-1.amazonaws.com"
const media = "photo-sharing-app-production-mediabucket-waevafvr.s3.ap-northeast-1.amazonaws.com"

it.each(kinds)("the function of %s fits into what CloudFront takes, with any secret", (kind) => {
  const longest = 128 - 43
  expect(Buffer.byteLength(codeOf(stages[kind])) + longest).toBeLessThan(10_000)
})

describe("what the CDN says of a request", () => {
  it("proves that it came this way, and from where, whatever it said itself", async () => {
    const { headers } = await page({
      "x-cdn-secret": "guess",
      "x-viewer-address": "127.0.0.1",
      "x-viewer-kind": "visitor",
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "proxy:proxy",
      "x-middleware-request-x-nonce": "evil",
      "x-next-intl-locale": "ja",
      "x-open-next-cache-key": "chosen",
      "x-request-id": "0123456789",
    })
    const newest = secrets.CdnSecret.split(":")[1]
    expect(headers).toMatchObject({
      "x-cdn-secret": newest,
      "x-viewer-address": "198.51.100.7",
      "x-viewer-kind": "visitor",
      "x-forwarded-host": host,
      "x-request-id": "0123456789",
      "x-open-next-cache-key": expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    expect(Object.keys(headers).filter((name) => /^x-(middleware|next)-/.test(name))).toEqual([])
    const call = await ask({
      host: "api.photos.example",
      uri: "/api/me",
      headers: { "x-cdn-secret": "guess" },
    })
    expect(call.headers).toMatchObject({ "x-cdn-secret": newest, "x-viewer-address": "198.51.100.7" })
  })

  it("nobody says themselves where they are: only what signs in is told, by the CDN", async () => {
    const place = { "cloudfront-viewer-country": "JP", "cloudfront-viewer-city": "Osaka" }
    const told = async (uri: string, at = host) =>
      Object.keys((await ask({ host: at, uri, headers: place })).headers).filter((name) =>
        name.startsWith("cloudfront-"),
      )
    const elsewhere = [
      "/",
      "/ja/signin",
      "/p/pst_1",
      "/api/me",
      "/api/authors",
      "/api//auth/csrf",
      "/x/api/auth/csrf",
    ]
    for (const uri of elsewhere) expect(await told(uri), uri).toEqual([])
    expect(await told("/api/me", "api.photos.example")).toEqual([])
    // A password, a code and a passkey; the return from each provider. There the CDN writes these two itself.
    for (const way of ["credentials", "google", "github", "cognito"]) {
      for (const at of [host, "api.photos.example"])
        expect(await told(`/api/auth/callback/${way}`, at), way).toEqual(Object.keys(place))
    }
  })

  it("members and visitors never share an answer; visitors do, whatever other cookies they carry", async () => {
    const visitor = keyOf(await page())
    expect(keyOf(await page({ cookie: "x" }, { theme: "dark" }))).toBe(visitor)
    for (const member of [
      await page({}, { "__Host-session": "sealed" }),
      await page({}, { session: "sealed" }),
      await page({ authorization: "Bearer x" }),
      await page({ authorization: "Bearer x", "x-viewer-kind": "visitor" }),
    ]) {
      expect(member.headers["x-viewer-kind"]).toBe("member")
      expect(keyOf(member)).not.toBe(visitor)
    }
  })

  it("another query, language, host or kind of answer is another key", async () => {
    const asked = await page()
    const others = [
      keyOf(asked, { lang: "ja" }),
      keyOf(asked, { cursor: "c" }),
      keyOf(await page({ rsc: "1" })),
      keyOf(await page({ rsc: "1", "next-router-segment-prefetch": "/_tree" })),
      keyOf(await ask({ host, uri: "/ja/p/pst_1" })),
      keyOf(await ask({ host: "api.photos.example", uri: "/p/pst_1" })),
    ]
    expect(new Set([keyOf(asked), ...others]).size).toBe(1 + others.length)
  })

  it("files are the same for everybody", async () => {
    for (const uri of ["/_next/static/chunks/main.js", "/media/public/pho_1/1-640.avif"]) {
      expect(
        (await ask({ host, uri, cookies: { "__Host-session": "sealed" } })).headers["x-viewer-kind"],
      ).toBe("visitor")
    }
  })
})

describe("where a request goes", () => {
  it.each([
    ...[
      "/",
      "/ja",
      "/explore",
      "/p/pst_1",
      "/u/ada",
      "/u/ada/feed.xml",
      "/u/ada/feed.json",
      "/t/sea/feed.xml",
    ],
    ...[
      "/sitemap.xml",
      "/sitemaps/2026-01-31.xml",
      "/robots.txt",
      "/offline",
      "/embed/pst_1",
      "/apiary",
      "/statuses",
    ],
  ])("%s to the server, signed", async (uri) => {
    const { origin, uri: sent } = await ask({ host, uri })
    expect(origin?.domainName).toBe(site)
    expect(origin?.originAccessControlConfig).toMatchObject({ enabled: true, originType: "lambda" })
    expect(sent).toBe(uri)
  })

  it.each(["/api/posts", "/api/auth/callback/google", "/health", "/share"])(
    "%s through the API gateway",
    async (uri) => {
      const { origin, headers } = await ask({ host, uri, headers: { authorization: "Bearer x" } })
      // Signed by the CDN, it would lose its own Authorization.
      expect([origin?.domainName, origin?.originAccessControlConfig]).toEqual([gateway, { enabled: false }])
      expect(headers.authorization).toBe("Bearer x")
    },
  )

  it("everything of the API's own host to the gateway, which knows calls alone", async () => {
    for (const uri of ["/health", "/api/me", "/", "/media/public/x"]) {
      expect((await ask({ host: "api.photos.example", uri })).origin?.domainName).toBe(gateway)
    }
    const routes = production.all("apigatewayv2/route:Route").map(({ inputs }) => inputs.routeKey)
    expect(routes.sort()).toEqual(["ANY /api/{proxy+}", "ANY /health", "POST /share"])
  })

  it.each([
    ["/media/public/pho_1/1-640.avif", media, "/public/pho_1/1-640.avif"],
    ["/status", media, "/status/index.html"],
    ["/status.json", media, "/status/index.json"],
    ["/ja/status", media, "/status/ja/index.html"],
    ["/status/2026-11.json", media, "/status/2026-11.json"],
    ["/sw.js", files, "/_assets/sw.js"],
    ["/favicon.ico", files, "/_assets/favicon.ico"],
    ["/_next/static/chunks/main.js", files, "/_assets/_next/static/chunks/main.js"],
  ])("%s to a bucket, signed, without cookies", async (uri, bucket, key) => {
    const { origin, uri: sent } = await ask({ host, uri, cookies: { "__Host-session": "sealed" } })
    expect([origin?.domainName, sent]).toEqual([bucket, key])
    expect(origin?.originAccessControlConfig).toMatchObject({ enabled: true, originType: "s3" })
  })

  it("nowhere: the unused image optimizer, and the distribution's own name where there is a domain", async () => {
    expect((await ask({ host, uri: "/_next/image" })).refused).toBe(404)
    expect((await ask({ host: "d111111abcdef8.cloudfront.net", uri: "/" })).refused).toBe(403)
    const own = edgeOf(stages.development)
    expect((await own({ host: "d111111abcdef8.cloudfront.net", uri: "/" })).refused).toBeUndefined()
  })
})

describe("the distribution", () => {
  const { inputs } = production.one("cloudfront/distribution:Distribution", "RouterCdnDistribution")
  it("answers over TLS alone, compressed, under its names", () => {
    expect(inputs.defaultCacheBehavior).toMatchObject({
      viewerProtocolPolicy: "redirect-to-https",
      compress: true,
    })
    expect(inputs.viewerCertificate).toMatchObject({ minimumProtocolVersion: "TLSv1.2_2021" })
    expect(inputs.aliases).toEqual([host, "api.photos.example"])
    expect(inputs.customErrorResponses).toBeUndefined()
  })

  it("lets each answer say how long it is kept: from not at all to a year; an hour's at most a minute in development", () => {
    const ttl = (kind: (typeof kinds)[number]) => {
      const {
        minTtl,
        defaultTtl,
        maxTtl,
        parametersInCacheKeyAndForwardedToOrigin: parts,
      } = stages[kind].one("cloudfront/cachePolicy:CachePolicy", "RouterServerCachePolicy").inputs
      expect(parts).toMatchObject({ enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true })
      expect(parts.cookiesConfig).toEqual({ cookieBehavior: "none" })
      return [minTtl, defaultTtl, maxTtl]
    }
    expect(ttl("production")).toEqual([0, 0, 31_536_000])
    expect(ttl("development")).toEqual([0, 0, 60])
  })

  it("keeps visitors' pages for ten seconds, and shows them for an hour when the site does not answer", () => {
    const code = readFileSync(path.join(root, "proxy.ts"), "utf8")
    const [, shared = ""] = /const shared = "(.+)"/.exec(code) ?? []
    const seconds = Object.fromEntries(shared.split(", ").map((part) => part.split("=")))
    expect(seconds).toMatchObject({
      "s-maxage": "10",
      "stale-while-revalidate": "30",
      "stale-if-error": "3600",
    })
    // CloudFront shows nothing for longer than its policy keeps anything.
    for (const kind of ["production", "staging"] as const) {
      const { inputs: policy } = stages[kind].one(
        "cloudfront/cachePolicy:CachePolicy",
        "RouterServerCachePolicy",
      )
      expect(policy.maxTtl).toBeGreaterThanOrEqual(3600)
    }
  })

  it("tells where a request comes from to the calls that sign in, which lack nothing else", async () => {
    const [behavior, ...others] = inputs.orderedCacheBehaviors
    expect(others).toEqual([])
    expect(behavior).toEqual({
      ...inputs.defaultCacheBehavior,
      pathPattern: "/api/auth/*",
      originRequestPolicyId: "SignInRequests-id",
    })
    const policy = production.one(
      "cloudfront/originRequestPolicy:OriginRequestPolicy",
      "SignInRequests",
    ).inputs
    expect(policy).toMatchObject({
      cookiesConfig: { cookieBehavior: "all" },
      queryStringsConfig: { queryStringBehavior: "all" },
      headersConfig: { headerBehavior: "whitelist" },
    })
    const { items } = policy.headersConfig.headers
    // CloudFront takes ten, and this one not at all.
    expect(items.length).toBeLessThanOrEqual(10)
    expect(items).not.toContain("authorization")
    // What the server reads of any request, and what the CDN's function says of it.
    const read = readdirSync(path.join(root, "app/_server"))
      .filter((file) => /\.ts$/.test(file) && !file.includes(".test."))
      .flatMap((file) => [
        ...readFileSync(path.join(root, "app/_server", file), "utf8").matchAll(/headers\.get\("([\w-]+)"\)/g),
      ])
      .map(([, name]) => name)
    const unneeded = ["authorization", "content-length", "cookie", "idempotency-key", "if-none-match"]
    const wanted = new Set(
      [...read, "cloudfront-viewer-city"].filter((name) => !unneeded.includes(name ?? "")),
    )
    wanted.delete("x-amzn-trace-id")
    expect(wanted.size).toBeGreaterThan(4)
    expect(items).toEqual(expect.arrayContaining([...wanted]))
    const sent = await ask({ host, uri: "/api/auth/callback/password" })
    expect(sent.origin?.domainName).toBe(gateway)
    expect(items).toEqual(expect.arrayContaining(["x-cdn-secret", "x-viewer-address"]))
  })

  it("writes no log of its own: an address may be a key", () => {
    expect([inputs.loggingConfig, inputs.defaultCacheBehavior.realtimeLogConfigArn]).toEqual([
      undefined,
      undefined,
    ])
  })

  it("gives files the app's headers, and leaves the app's own as they are", () => {
    const { id: _, ...policy } = production.one(
      "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
      "SecurityHeaders",
    ).inputs
    expect(inputs.defaultCacheBehavior.responseHeadersPolicyId).toBe("SecurityHeaders-id")
    const {
      strictTransportSecurity: hsts,
      referrerPolicy,
      contentTypeOptions,
      contentSecurityPolicy,
      ...rest
    } = policy.securityHeadersConfig
    expect(rest).toEqual({})
    const given: Record<string, string> = {
      "strict-transport-security": `max-age=${hsts.accessControlMaxAgeSec}; includeSubDomains; preload`,
      "referrer-policy": referrerPolicy.referrerPolicy,
      "x-content-type-options": "nosniff",
    }
    for (const { header, value, override } of policy.customHeadersConfig.items) {
      expect(override).toBe(false)
      given[header] = value
    }
    // A post in a frame of any site has no x-frame-options, and must not get one here.
    const { "x-frame-options": framing, ...others } = securityHeaders
    expect(given).toEqual(others)
    expect(framing).toBe("DENY")
    expect([hsts, referrerPolicy, contentSecurityPolicy].map(({ override }) => override)).toEqual([
      false,
      false,
      false,
    ])
    expect(contentTypeOptions).toEqual({ override: true })
    expect(contentSecurityPolicy.contentSecurityPolicy).toContain("frame-ancestors 'none'")
    expect(contentSecurityPolicy.contentSecurityPolicy).not.toMatch(
      /default-src|script-src|connect-src|worker-src/,
    )
  })

  it("files that are named by their hash stay for ever, others for a minute", () => {
    const { files } = production.one(
      "pulumi-nodejs:dynamic:Resource",
      "WebAssetFiles.sst.aws.BucketFiles",
    ).inputs
    const kept = Object.fromEntries(
      files.map(({ key, cacheControl }: Record<string, string>) => [key, cacheControl]),
    )
    expect(kept["_assets/_next/static/chunks/main.js"]).toBe("public,max-age=31536000,immutable")
    expect(kept["_assets/sw.js"]).toMatch(/max-age=0, s-maxage=60,/)
  })
})
