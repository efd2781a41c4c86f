import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { z } from "zod"
import { problem } from "../../local/demo/fake-answer"
import { FakeSite } from "../../local/demo/fake-site"
import { partBytes } from "../photo/upload.schema"
import { CreatePost } from "../post/post.schema"
import { SiteClient } from "./site-client"
import { CookieJar, SiteProblem } from "./site-http"

const ada = { handle: "ada", email: "ada@example.com", password: "a long enough password" }
const bytes = new TextEncoder().encode("a photo")
let site: FakeSite
let client: SiteClient
let waits: number[]

beforeEach(async () => {
  site = new FakeSite()
  waits = []
  client = new SiteClient(await site.open(), { pollEvery: 1, onWait: (seconds) => waits.push(seconds) })
})
afterEach(() => site.close())

async function signedIn() {
  await client.signUp(ada)
  await client.signIn(ada)
}

describe("signing in", () => {
  test("carries the token and the cookies on, and keeps the session", async () => {
    await signedIn()
    await client.send("PATCH", "/api/me", { bio: "Hello" }, z.unknown())
    expect(site.accounts[0]?.bio).toBe("Hello")
  })

  test("says so when the password is another one", async () => {
    await client.signUp(ada)
    const refused = client.signIn({ ...ada, password: "another password" })
    await expect(refused).rejects.toMatchObject({ status: 401, code: "unauthenticated" })
    await expect(refused).rejects.toThrow(
      "ada@example.com cannot sign in with this password: CredentialsSignin.",
    )
  })
})

describe("a photo", () => {
  test("goes to storage once; the same bytes again give the same photo", async () => {
    await signedIn()
    const first = await client.upload("a.jpg", bytes)
    const second = await client.upload("b.jpg", bytes)
    expect(second).toBe(first)
    expect(site.photos).toMatchObject([{ id: first, stored: true }])
    expect(site.requests.filter((call) => call === "POST /storage")).toHaveLength(1)
  })

  test("that is large goes to storage in parts", async () => {
    await signedIn()
    const large = new Uint8Array(partBytes + 5).fill(7)
    const photoId = await client.upload("large.jpg", large)
    expect(site.photos).toMatchObject([{ id: photoId, stored: true }])
    expect(site.requests.filter((call) => call.startsWith("PUT "))).toEqual([
      `PUT /storage/${photoId}/1`,
      `PUT /storage/${photoId}/2`,
    ])
  })

  test("is waited for until its post is published", async () => {
    await signedIn()
    const photoId = await client.upload("a.jpg", bytes)
    const post = { caption: "Hi", visibility: "public", commentsAllowed: true } as const
    const published = await client.publish({ ...post, photos: [{ photoId, altText: "A" }] })
    expect(published).toMatchObject({ caption: "Hi", photos: [{ photoId, altText: "A" }] })
  })

  test("that fails ends the waiting with its reason", async () => {
    await signedIn()
    const photoId = await client.upload("a.jpg", bytes)
    const post = { caption: "", visibility: "public", commentsAllowed: true } as const
    const photos = [{ photoId, altText: "", state: "failed", reason: "corrupt" }]
    const draft = {
      ...CreatePost.parse({ ...post, photos: [{ photoId }] }),
      id: "dft_01JD0000000000000000000000",
      status: "failed",
      createdAt: new Date().toISOString(),
      photos,
    }
    site.once.set("POST /api/posts", { status: 201, body: { status: "failed", draft } })
    const publishing = client.publish({ ...post, photos: [{ photoId, altText: "" }] })
    await expect(publishing).rejects.toThrow(`The post is still failed: ${photoId} corrupt.`)
  })
})

describe("a site that is busy", () => {
  test("is asked again after the time it names", async () => {
    site.once.set("POST /api/account", problem(429, "rate_limited", "Slowly.", { "Retry-After": "0" }))
    await client.signUp(ada)
    expect(waits).toEqual([0])
    expect(site.accounts).toHaveLength(1)
  })

  test("is not waited for too long", async () => {
    site.once.set("POST /api/account", problem(429, "rate_limited", "Slowly.", { "Retry-After": "3000" }))
    const refused = client.signUp(ada)
    await expect(refused).rejects.toMatchObject({ status: 429, code: "rate_limited" })
    await expect(refused).rejects.toThrow("Slowly. The site asks to wait 3000 s. [request req_1]")
    expect(waits).toEqual([])
  })
})

test("an answer that is no problem document is a SiteProblem too", async () => {
  site.once.set("GET /api/auth/csrf", { status: 502, body: "Bad gateway" })
  const refused = client.signIn(ada)
  await expect(refused).rejects.toBeInstanceOf(SiteProblem)
  await expect(refused).rejects.toMatchObject({ status: 502, code: "unknown" })
})

test("a cookie jar keeps the newest value and drops what is taken back", () => {
  const jar = new CookieJar()
  jar.keep(
    new Headers([
      ["set-cookie", "a=1; Path=/"],
      ["set-cookie", "b=x=y; HttpOnly"],
    ]),
  )
  jar.keep(
    new Headers([
      ["set-cookie", "a=2"],
      ["set-cookie", "c=3; Expires=Thu, 01 Jan 1970 00:00:00 GMT"],
    ]),
  )
  expect(String(jar)).toBe("a=2; b=x=y")
  jar.keep(new Headers([["set-cookie", "b=; Max-Age=0"]]))
  expect(String(jar)).toBe("a=2")
})
