import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { api } from "@/testing/api"
import { routeFiles } from "@/testing/routes"
import type { Handler } from "../route"
import { openApiDocument } from "./document"
import { needsOf } from "./endpoint"
import { endpoints } from "./endpoints"

/** Routes that are no operations of the API. */
const exceptions = [
  "/api/[...rest]",
  "/api/auth/[...nextauth]",
  "/api/docs",
  "/api/openapi.json",
  "/offline",
].concat(
  // Objects of the storage, which a laptop serves from here: infra/cdn.ts leads to them elsewhere.
  ["/status", "/ja/status", "/status.json"],
)
/** Beside the API: health, status, feeds of people and tags, embeds, sitemaps. */
const beside =
  /^\/(api\/.+|health|offline|status|ja\/status|status\.json|(u\/\[handle\]|t\/\[tag\])\/feed\.(xml|json)|embed\/\[postId\]|sitemap\.xml|sitemaps\/\[day\])$/
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

const routes: { method: string; path: string; handler: Partial<Handler> }[] = []
beforeAll(async () => {
  for (const { pattern, load } of routeFiles.filter((file) => !exceptions.includes(file.pattern))) {
    for (const [method, handler] of Object.entries(await load())) {
      routes.push({
        method,
        path: pattern.replace(/\[(\w+)\]/g, "{$1}"),
        handler: handler as Partial<Handler>,
      })
    }
  }
})
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

describe("the route files", () => {
  it("lie under /api, but for what has an address that others expect", () => {
    const patterns = routeFiles.map(({ pattern }) => pattern)
    expect(patterns).toEqual(expect.arrayContaining([...exceptions, "/health", "/api/me"]))
    expect(patterns.filter((pattern) => !beside.test(pattern))).toEqual([])
  })

  it("and the endpoints are the same", () => {
    expect(routes.map(nameOf).sort()).toEqual(endpoints.map(nameOf).sort())
    expect(routes.filter(({ method }) => !methods.includes(method))).toEqual([])
  })

  it("call the operations that the endpoints name", () => {
    for (const { handler, ...route } of routes) {
      const endpoint = endpoints.find((known) => nameOf(known) === nameOf(route))
      expect(handler.operation, nameOf(route)).toBe(endpoint?.operation)
    }
  })
})

describe("access tokens", () => {
  /** What concerns the ways in is for a signed-in browser: a token that leaked must not become more than a token. */
  const waysIn =
    /^\/api\/(account(\/|$)|me\/(password|email|sessions|tokens|accounts|two-factor|passkeys|proof|export|import|deactivate|deletion)(\/|$))/
  /** A link that a leaked token made would outlive the token. */
  const givesAway = /^\/api\/(share-links\/|\w+\/\{\w+\}\/share-links$)/
  const uploads = /^\/api\/(uploads(\/|$)|photos\/\{photoId\}\/retry$)/
  const expected = ({ method, path }: { method: string; path: string }) => {
    if (
      waysIn.test(path) ||
      givesAway.test(path) ||
      path.startsWith("/api/admin/") ||
      (method === "DELETE" && path === "/api/me")
    )
      return "never"
    if (uploads.test(path)) return "upload"
    // Shows a password, and changes nothing.
    if (path === "/api/s/{token}/unlock") return "read"
    return method === "GET" ? "read" : "write"
  }

  it("are decided on for every endpoint, and the document says so", () => {
    const needs = endpoints.map((endpoint) => [nameOf(endpoint), needsOf(endpoint)])
    expect(needs).toEqual(endpoints.map((endpoint) => [nameOf(endpoint), expected(endpoint)]))
  })

  it("are held to it by the routes", () => {
    for (const { handler, ...route } of routes) {
      const endpoint = endpoints.find((known) => nameOf(known) === nameOf(route))
      expect([nameOf(route), handler.token]).toEqual([nameOf(route), endpoint?.token])
    }
  })
})

// What OpenAPI 3.1 asks of the parts that this document has.
const Schema = z.record(z.string(), z.unknown())
const Content = z.record(
  z.string().regex(/^(application\/((problem|feed)\+)?json|application\/(rss\+)?xml|text\/html)$/),
  z.strictObject({ schema: Schema }),
)
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]+[A-Z]\w+$/),
  summary: z.string().min(3),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string().min(1),
      in: z.enum(["path", "query"]),
      required: z.boolean(),
      schema: Schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^([2-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional() }),
  ),
})
const Document = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string().min(1), version: z.string().regex(/^\d+\.\d+\.\d+/) }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(
    z.string().startsWith("/"),
    z.record(z.enum(["get", "post", "put", "patch", "delete"]).or(z.never()), Operation.optional()),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(
      z.string(),
      z.union([
        z.strictObject({
          type: z.literal("apiKey"),
          in: z.literal("cookie"),
          name: z.string(),
          description: z.string().optional(),
        }),
        z.strictObject({ type: z.literal("http"), scheme: z.literal("bearer"), description: z.string() }),
      ]),
    ),
  }),
})

describe("the document", () => {
  const operations = () =>
    Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, ...Operation.parse(operation) })),
    )

  it("is built as OpenAPI 3.1 says, and is what the API gives", async () => {
    const { status, headers, body } = await api("GET /api/openapi.json")
    expect([status, headers.get("content-type")]).toEqual([200, "application/json"])
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
    expect(Document.safeParse(body).error).toBeUndefined()
  })

  it("has every endpoint, under an id of its own", () => {
    const found = operations()
    expect(found.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      endpoints.map(nameOf).sort(),
    )
    expect(new Set(found.map(({ operationId }) => operationId)).size).toBe(endpoints.length)
    expect(found.find(({ path }) => path === "/api/users/{handle}/posts")?.operationId).toBe(
      "getApiUsersHandlePosts",
    )
  })

  it("declares every parameter of a path, required, and each once", () => {
    for (const { path, parameters } of operations()) {
      const inPath = parameters.filter((parameter) => parameter.in === "path")
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length)
    }
  })

  it("has a body where an operation takes more than its path, and never with GET", () => {
    const withBody = operations().filter(({ requestBody }) => requestBody)
    expect(withBody.map(({ operationId }) => operationId).sort()).toEqual([
      "deleteApiAlbumsAlbumIdItems",
      "deleteApiMe",
      "deleteApiSTokenUploadsPhotoId",
      "patchApiAdminReportsId",
      "patchApiAdminUsersUserId",
      "patchApiAlbumsAlbumId",
      "patchApiAlbumsAlbumIdOrder",
      "patchApiCommentsCommentId",
      "patchApiDraftsDraftId",
      "patchApiMe",
      "patchApiMeImportImportId",
      "patchApiMeNotificationSettings",
      "patchApiMePasskeysPasskeyId",
      "patchApiMeSessionsSid",
      "patchApiPostsPostId",
      "patchApiShareLinksShareId",
      "postApiAccount",
      "postApiAccountPasswordForgot",
      "postApiAccountPasswordReset",
      "postApiAccountVerify",
      "postApiAccountVerifyResend",
      "postApiAdminDecisions",
      "postApiAdminDecisionsIdAnswer",
      "postApiAdminDecisionsIdUndo",
      "postApiAdminExplain",
      "postApiAdminUsersFind",
      "postApiAdminUsersUserIdSignOut",
      "postApiAlbums",
      "postApiAlbumsAlbumIdGuestPhotos",
      "postApiAlbumsAlbumIdItems",
      "postApiAlbumsAlbumIdMembers",
      "postApiAlbumsAlbumIdShareLinks",
      "postApiCommentsCommentIdReplies",
      "postApiDecisionsIdAppeal",
      "postApiDrafts",
      "postApiMeAccounts",
      "postApiMeFollowRequestsUserId",
      "postApiMeGuestComments",
      "postApiMeImport",
      "postApiMeImportImportIdComplete",
      "postApiMeImportImportIdParts",
      "postApiMePasskeys",
      "postApiMeProof",
      "postApiMeTokens",
      "postApiMeTwoFactorConfirm",
      "postApiNotificationsRead",
      "postApiPosts",
      "postApiPostsPostIdComments",
      "postApiPostsPostIdShareLinks",
      "postApiReports",
      "postApiSTokenPostsPostIdComments",
      "postApiSTokenUnlock",
      "postApiSTokenUploads",
      "postApiSTokenUploadsPhotoIdComplete",
      "postApiSTokenUploadsPhotoIdParts",
      "postApiTakedowns",
      "postApiUploads",
      "postApiUploadsPhotoIdParts",
      "putApiAlbumsAlbumIdMembersUserId",
      "putApiMeAvatar",
      "putApiMeFilters",
      "putApiMePassword",
    ])
  })

  it("says where what the password of a link left is looked at, and that nothing else is asked for", () => {
    const asking = operations().filter(({ security }) => security.some(({ unlocked }) => unlocked))
    expect(asking.map(({ operationId }) => operationId).sort()).toMatchInlineSnapshot(`
      [
        "deleteApiSTokenUploadsPhotoId",
        "getApiMediaPhotoIdVariant",
        "getApiSToken",
        "getApiSTokenAlbumsAlbumId",
        "getApiSTokenItems",
        "getApiSTokenPostsPostId",
        "getApiSTokenPostsPostIdComments",
        "getApiSTokenUploadsPhotoId",
        "getApiSTokenUploadsPhotoIdParts",
        "postApiSTokenPostsPostIdComments",
        "postApiSTokenUploads",
        "postApiSTokenUploadsPhotoIdComplete",
        "postApiSTokenUploadsPhotoIdParts",
      ]
    `)
    expect(asking.every(({ security }) => security.some((one) => Object.keys(one).length === 0))).toBe(true)
  })

  it("leads every reference and every security scheme somewhere", () => {
    const { components } = openApiDocument()
    const text = JSON.stringify(openApiDocument())
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target)
    expect(references.length).toBeGreaterThanOrEqual(endpoints.length)
    const known = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(references.filter((target) => !known.includes(target ?? ""))).toEqual([])
    const schemes = operations().flatMap(({ security }) => security.flatMap(Object.keys))
    expect([...new Set(schemes)].sort()).toEqual(Object.keys(components.securitySchemes).sort())
  })
})

it("the page holds every operation, as text", async () => {
  const { status, headers, text } = await api("GET /api/docs")
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"])
  for (const endpoint of endpoints) expect(text).toContain(`<code>${nameOf(endpoint)}</code>`)
  expect(text).not.toMatch(/<script|onerror=|style="/)
})
