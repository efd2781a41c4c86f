import { beforeAll, describe, expect, it } from "vitest"
import { needsOf } from "@/app/_server/openapi/endpoint"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { AccessToken } from "@/core/access-token"
import { NewTokenView, type Scope, TokensView } from "@/core/access-token/access-token.schema"
import { Session } from "@/core/session"
import { Share } from "@/core/share"
import { table } from "@/core/table"
import { Token } from "@/core/token"
import { User } from "@/core/user"
import { api } from "@/testing/api"
import { given, type Person, password } from "@/testing/given"
import { items, itemsAbout } from "@/testing/rows"
import { useSettings } from "@/testing/settings"
import { slow, slowWithin } from "@/testing/slow"

let ada: Person
beforeAll(async () => {
  useSettings({ limits: { writesPerMinute: 100_000, mailsPerHour: 1000 } })
  ada = await given.person()
})

const all: Scope[] = ["read", "write", "upload"]
const create = async (as: Person, json: object = {}) =>
  NewTokenView.parse(
    (await api("POST /api/me/tokens", { as, json: { name: "Backup", scopes: all, ...json } })).body,
  )
const bearer = (token: string, more: Record<string, string> = {}) => ({
  headers: { authorization: `Bearer ${token}`, ...more },
})
const me = (token: string) => api("GET /api/me", bearer(token))

describe("an access token", () => {
  it("is told once, is kept as a hash alone, and stands for its person", async () => {
    const { token, ...view } = await create(ada, { expiresInDays: 30 })
    expect(token).toMatch(/^pat_[\w-]{43}$/)
    const { items: listed } = TokensView.parse((await api("GET /api/me/tokens", { as: ada })).body)
    expect(listed).toEqual([view])
    expect(Date.parse(view.expiresAt ?? "")).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    expect(JSON.stringify(await items())).not.toContain(token.slice(4))
    expect((await me(token)).body).toMatchObject({ id: ada.userId })
    const used = TokensView.parse((await api("GET /api/me/tokens", { as: ada })).body)
    expect(used.items[0]?.lastUsedOn).toBe(new Date().toISOString().slice(0, 10))
  })

  it("is nobody's when it is wrong, over, revoked or mistyped: 401, not a visitor", async () => {
    const [over, gone] = [await create(ada), await create(ada)]
    const [row] = (await items()).filter((item) => item.tokenId === over.id)
    await table()
      .accessToken.patch({ hash: String(row?.hash) })
      .set({ expires: Math.floor(Date.now() / 1000) })
      .go()
    expect((await me(gone.token)).status).toBe(200)
    expect((await api(`DELETE /api/me/tokens/${gone.id}`, { as: ada })).status).toBe(204)
    for (const token of [over.token, gone.token, `pat_${"x".repeat(43)}`, "pat_", "", `${gone.token} x`]) {
      for (const where of ["GET /api/me", "GET /api/feed/explore"] as const) {
        expect((await api(where, bearer(token))).body).toMatchObject({ status: 401, reason: "token_wrong" })
      }
    }
    expect((await api(`DELETE /api/me/tokens/${gone.id}`, { as: ada })).status).toBe(404)
  })

  it("wins over a cookie, and a wrong one does not fall back on it", async () => {
    const bo = await given.person()
    const { token } = await create(bo)
    expect((await api("GET /api/me", { as: ada, ...bearer(token) })).body).toMatchObject({ id: bo.userId })
    expect((await api("GET /api/me", { as: ada, ...bearer("pat_wrong") })).status).toBe(401)
  })

  it(
    "opens a link with a password as a browser does, by the cookie that showing it answered",
    slow,
    async () => {
      const [{ token }, { id: postId, photos }] = [
        await create(await given.person(), { scopes: ["read"] }),
        await given.post(ada, { visibility: "private" }),
      ]
      const shared = await Share.createForPost(ada, { postId, password: "harebell-scree" })
      const link = shared.url?.split("/s/")[1] ?? ""
      const picture = `/api/media/${photos[0]?.photoId}/640.jpg?link=${link}` as const
      const unlocked = await api(`POST /api/s/${link}/unlock`, {
        json: { password: "harebell-scree" },
        ...bearer(token),
      })
      const cookie = unlocked.headers.get("set-cookie")?.split(";")[0] ?? ""
      for (const [more, statuses] of [
        [{}, [403, 404]],
        [{ cookie }, [200, 302]],
      ] as const) {
        const seen = await api(`GET /api/s/${link}`, bearer(token, more))
        expect([seen.status, (await api(`GET ${picture}`, bearer(token, more))).status]).toEqual(statuses)
      }
      // The link alone: it says nothing of who calls.
      expect((await api(`GET /api/posts/${postId}`, bearer(token, { cookie }))).status).toBe(404)
    },
  )

  it("writes without an Origin, but not for another site", async () => {
    const { token } = await create(ada)
    const write = (more: Record<string, string>) =>
      api("PATCH /api/me", { json: { bio: "By token" }, ...bearer(token, more) })
    expect((await write({})).status).toBe(200)
    expect((await write({ origin: "http://localhost:3000" })).status).toBe(200)
    expect((await write({ origin: "https://evil.example" })).body).toMatchObject({
      status: 403,
      reason: "origin",
    })
  })

  it("is never more than a member, and nothing while its person is hidden or gone", async () => {
    const admin = await given.person()
    const { token } = await create(admin)
    await table().user.patch({ userId: admin.userId }).set({ role: "admin" }).go()
    expect(await AccessToken.check(token)).toMatchObject({ role: "member", userId: admin.userId })
    await table().user.patch({ userId: admin.userId }).set({ hidden: true }).go()
    expect((await me(token)).status).toBe(401)
    await table().user.delete({ userId: admin.userId }).go()
    expect((await me(token)).status).toBe(401)
  })

  it("shows what its person may see, and no more", slow, async () => {
    const [bo, cy] = [await given.person(), await given.person()]
    const post = await given.post(bo, { visibility: "private" })
    const [mine, theirs] = [await create(bo, { scopes: ["read"] }), await create(cy, { scopes: ["read"] })]
    expect((await api(`GET /api/posts/${post.id}`, bearer(mine.token))).status).toBe(200)
    expect((await api(`GET /api/posts/${post.id}`, bearer(theirs.token))).status).toBe(404)
  })

  it("says when its person had been away, until home was asked for", async () => {
    const bo = await given.person()
    const { token } = await create(bo)
    await table().user.patch({ userId: bo.userId }).set({ seenOn: "2026-01-01" }).go()
    expect((await AccessToken.check(token))?.returned).toBe(true)
    expect((await api("GET /api/feed/home", bearer(token))).status).toBe(200)
    expect((await AccessToken.check(token))?.returned).toBeUndefined()
  })
})

describe("the scopes", () => {
  const ids: Record<string, string> = {
    tokenId: "tok_01JD0000000000000000000000",
    sid: "ses_01JD0000000000000000000000",
    provider: "google",
  }
  const where = ({ method, path }: (typeof endpoints)[number]) =>
    `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "x")}` as const

  it("open what they name, and nothing else, at every endpoint", slowWithin(120_000), async () => {
    const tokens = Object.fromEntries(
      await Promise.all(
        all.map(async (scope) => [scope, (await create(ada, { scopes: [scope] })).token] as const),
      ),
    )
    // What everybody gets alike asks nobody who they are.
    const alike = /^\/(?!api\/)|^\/api\/(health|oembed|account\/passkeys|notifications\/unsubscribe)/
    const asking = endpoints.filter(({ path }) => !alike.test(path))
    for (const endpoint of asking) {
      for (const scope of all) {
        const { status, body } = await api(where(endpoint) as "GET /", bearer(tokens[scope] ?? ""))
        if (endpoint.path.startsWith("/api/admin/")) {
          // Whoever does not run the site, in a browser, is told that there is nothing.
          expect([where(endpoint), scope, status]).toEqual([where(endpoint), scope, 404])
          continue
        }
        const needs = needsOf(endpoint)
        const reason = needs === "never" ? "browser_only" : needs === scope ? undefined : "scope_missing"
        const found = status === 403 ? (body as { reason?: string }).reason : undefined
        expect([where(endpoint), scope, found]).toEqual([where(endpoint), scope, reason])
      }
    }
  })

  it("cannot be raised by the token itself", async () => {
    const { token } = await create(ada)
    const json = { name: "More", scopes: all }
    expect((await api("POST /api/me/tokens", { json, ...bearer(token) })).body).toMatchObject({
      status: 403,
      reason: "browser_only",
    })
  })

  it.each([
    ["none", []],
    ["one twice", ["read", "read"]],
    ["an unknown one", ["admin"]],
  ])("are refused when there is %s", async (_, scopes) => {
    const { status } = await api("POST /api/me/tokens", { as: ada, json: { name: "x", scopes } })
    expect(status).toBe(400)
  })
})

describe("the tokens of a person", () => {
  it("are twenty at most", slow, async () => {
    const bo = await given.person()
    for (let i = 0; i < 20; i++) await AccessToken.create(bo, { name: `${i}`, scopes: ["read"] })
    const json = { name: "one more", scopes: ["read"] }
    expect((await api("POST /api/me/tokens", { as: bo, json })).body).toMatchObject({
      status: 409,
      reason: "too_many_tokens",
    })
  })

  it("outlive a change of the password, and end with one that is set by mail", slow, async () => {
    const bo = await given.person()
    const { token } = await create(bo)
    const json = { current: password, password: "eight loud magpies 52" }
    expect((await api("PUT /api/me/password", { as: bo, json })).status).toBe(204)
    expect((await me(token)).status).toBe(200)

    await api("POST /api/account/password/forgot", { json: { email: bo.email } })
    const [row] = (await items()).filter((item) => item.userId === bo.userId && item.purpose === "reset")
    const mailed = Token.reveal(row as unknown as Token.TokenRow) ?? ""
    const reset = { token: mailed, password: "nine late starlings 63" }
    expect((await api("POST /api/account/password/reset", { json: reset })).status).toBe(204)
    expect((await me(token)).status).toBe(401)
    expect((await itemsAbout(bo.userId)).filter((key) => key.startsWith("TOK#"))).toEqual([])
  })

  it("set a first password by mail where there is none, and the link serves once", slow, async () => {
    const bo = await given.person()
    await table().user.patch({ userId: bo.userId }).remove(["passwordHash"]).go()
    await api("POST /api/account/password/forgot", { json: { email: bo.email } })
    const [row] = (await items()).filter((item) => item.userId === bo.userId && item.purpose === "reset")
    const json = { token: Token.reveal(row as unknown as Token.TokenRow) ?? "", password }
    expect((await api("POST /api/account/password/reset", { json })).status).toBe(204)
    expect((await User.checkPassword(bo.email, password))?.userId).toBe(bo.userId)
    expect((await api("POST /api/account/password/reset", { json })).status).toBe(410)
    expect(await Session.check(bo.sessionId)).toBeUndefined()
  })
})
