import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { pageOf } from "@/core/page.schema"
import { api } from "@/testing/api"
import { settle, uploaded } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { slow } from "@/testing/slow"

let ada: Person
beforeAll(async () => {
  ada = await given.person("ada")
})

const started = (bytes: number, contentType = "image/jpeg") => ({
  as: ada,
  json: { fileName: "a.jpg", contentType, byteLength: bytes, sha256: "0".repeat(64) },
})
const publish = (...photoIds: string[]) =>
  api("POST /api/posts", {
    as: ada,
    json: { photos: photoIds.map((photoId) => ({ photoId, altText: "A cat" })), caption: "Hello" },
  })

describe("an upload", () => {
  it.each([
    [0, "image/jpeg", 422, "This file is empty."],
    [
      26 * 1024 * 1024,
      "image/jpeg",
      413,
      "This photo is too large; 25 MB is the most. Export it a little smaller and try again.",
    ],
    [
      100,
      "image/svg+xml",
      415,
      "This kind of file cannot be a photo here. JPEG, PNG, WebP, HEIC, AVIF and GIF are welcome.",
    ],
  ])("of %d bytes of %s is a %d", async (bytes, type, status, detail) => {
    expect((await api("POST /api/uploads", started(bytes, type))).body).toMatchObject({ status, detail })
  })

  it("of a photo that is here already is not sent again", slow, async () => {
    const bytes = await given.jpeg()
    const photoId = await given.photo(ada, bytes)
    const { createHash } = await import("node:crypto")
    const sha256 = createHash("sha256").update(bytes).digest("hex")
    const json = { fileName: "b.jpg", contentType: "image/jpeg", byteLength: bytes.length, sha256 }
    const { status, body } = await api("POST /api/uploads", { as: ada, json })
    expect([status, body]).toEqual([200, { photoId, duplicate: true }])
  })

  it("that is ready shows its picture, and cannot be tried again", async () => {
    const photoId = await given.photo(ada)
    const { body } = await api(`GET /api/photos/${photoId}`, { as: ada })
    expect(body).toMatchObject({ state: "ready", picture: { width: 64, height: 48 } })
    expect((await api(`POST /api/photos/${photoId}/retry`, { as: ada })).body).toMatchObject({
      status: 409,
      reason: "photo_not_failed",
    })
  })
})

describe("a post", () => {
  it("is published at once, shown, and deleted with its photos", slow, async () => {
    const photoId = await given.photo(ada)
    const published = await publish(photoId)
    expect(published.body).toMatchObject({
      status: "published",
      post: { caption: "Hello", viewer: { own: true } },
    })
    const { post } = z.object({ post: z.object({ id: z.string() }) }).parse(published.body)
    expect((await publish(photoId)).body).toMatchObject({ status: 409, reason: "photo_used" })
    expect((await api(`DELETE /api/photos/${photoId}`, { as: ada })).body).toMatchObject({
      status: 409,
      reason: "photo_in_post",
    })
    expect((await api(`GET /api/posts/${post.id}`)).body).toMatchObject({ viewer: { own: false } })
    expect((await api(`DELETE /api/posts/${post.id}`, { as: ada })).status).toBe(204)
    await settle()
    expect((await api(`GET /api/posts/${post.id}`, { as: ada })).status).toBe(404)
    expect((await api(`GET /api/photos/${photoId}`, { as: ada })).status).toBe(404)
  })

  it("waits as a draft for its photo, and is found by the draft", async () => {
    const bytes = await given.jpeg()
    const { photoId, upload } = await given.upload(ada, bytes)
    const waiting = await publish(photoId)
    expect([waiting.status, waiting.body]).toMatchObject([201, { status: "waiting" }])
    const { draft } = z.object({ draft: z.object({ id: z.string() }) }).parse(waiting.body)
    expect((await api("GET /api/me/drafts", { as: ada })).body).toMatchObject({ items: [{ id: draft.id }] })
    await uploaded(upload, bytes)
    expect((await api(`GET /api/drafts/${draft.id}`, { as: ada })).body).toMatchObject({
      status: "published",
    })
    expect((await api(`DELETE /api/drafts/${draft.id}`, { as: ada })).body).toMatchObject({
      status: 409,
      reason: "draft_published",
    })
  })

  it("needs one to ten photos, each once", async () => {
    const photoId = await given.photo(ada)
    const many = Array.from({ length: 11 }, (_, i) => `pho_01JD00000000000000000000${10 + i}`)
    const fault = async (...ids: string[]) => (await publish(...ids)).body
    expect(await fault()).toMatchObject({
      errors: [{ path: "photos", message: "A post needs at least one photo." }],
    })
    expect(await fault(...many)).toMatchObject({ errors: [{ message: "A post has at most 10 photos." }] })
    expect(await fault(photoId, photoId)).toMatchObject({
      errors: [{ path: "photos", message: "One photo is in this post twice." }],
    })
  })
})

describe("a list", () => {
  const Page = pageOf(z.object({ id: z.string() }))
  const page = async (where: string) => Page.parse((await api(`GET /api/${where}`)).body)

  it("goes on at its cursor to its end, and takes no other", slow, async () => {
    const bob = await given.person("bob")
    const posts = [await given.post(bob), await given.post(bob), await given.post(bob)].map(({ id }) => id)
    const first = await page("users/bob/posts?limit=2")
    const rest = await page(`users/bob/posts?limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(posts.reverse())
    expect(rest.nextCursor).toBeNull()
    const { nextCursor } = await page("feed/explore?limit=1")
    for (const cursor of [nextCursor, `${first.nextCursor?.slice(0, -2)}xx`]) {
      const { body } = await api(`GET /api/users/bob/posts?cursor=${cursor}`)
      expect(body).toMatchObject({ status: 400, errors: [{ path: "cursor" }] })
    }
  })
})
