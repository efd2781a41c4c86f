import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { posts } from "./posts"
import { sessions } from "./sessions"

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const credentials = { email: "ada@example.com", password: "correct horse battery" }

beforeEach(() => {
  vi.stubGlobal("document", { documentElement: { lang: "en" } })
  vi.stubGlobal("fetch", fetched)
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset()
})

const answering = (answer: Response) =>
  fetched.mockImplementation(async (path) => (path === "/api/auth/csrf" ? json({ csrfToken: "c5" }) : answer))

it.each([
  ["signed_in", json({ url: "http://localhost/" })],
  ["wrong", json({ url: "http://localhost/signin?error=CredentialsSignin" }, 401)],
  ["suspended", json({ url: "http://localhost/signin?error=suspended" }, 401)],
  ["unverified", json({ url: "http://localhost/signin?error=unverified" }, 401)],
])("says %s when signing in", async (result, answer) => {
  answering(answer)
  expect(await sessions.signIn(credentials)).toBe(result)
  const [path, init] = fetched.mock.lastCall ?? []
  expect(path).toBe("/api/auth/callback/credentials")
  expect(String(init?.body)).toBe(
    "email=ada%40example.com&password=correct+horse+battery&csrfToken=c5&json=true",
  )
})

it("throws when signing in is throttled", async () => {
  answering(json({ code: "rate_limited", detail: "Wait." }, 429))
  await expect(sessions.signIn(credentials)).rejects.toMatchObject({ code: "rate_limited", detail: "Wait." })
})

it("asks for a page of posts with what is given and no more", async () => {
  fetched.mockImplementation(async () => json({ items: [], nextCursor: null }))
  await posts.explore({})
  await posts.byUser("ren.okabe", { limit: 12, cursor: "a+b" })
  expect(fetched.mock.calls.map(([path]) => path)).toEqual([
    "/api/feed/explore?",
    "/api/users/ren.okabe/posts?limit=12&cursor=a%2Bb",
  ])
})
