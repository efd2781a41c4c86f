import { beforeAll, expect, it } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import type { UserActor } from "@/core/actor"
import { Draft } from "@/core/draft"
import { type Noun, newId } from "@/core/id"
import { Session } from "@/core/session"
import { api } from "@/testing/api"
import { send, uploaded } from "@/testing/events"
import { given, type Person, password } from "@/testing/given"
import { large } from "@/testing/large"

type Where = Parameters<typeof api>[0]
type Row = {
  where: Where
  json?: unknown
  /** What visitor, stranger and owner get, called in this order. */
  status: [visitor: number, stranger: number, owner: number]
  /** The same call about nothing at all: whoever may not see a thing gets word for word the same. */
  absent?: { where?: Where; json?: unknown }
}
const everybody = (status: number): Row["status"] => [status, status, status]
const members = (status: number): Row["status"] => [401, status, status]
const mine = (status: number): Row["status"] => [401, 404, status]
const shownToMe = (status: number): Row["status"] => [404, 404, status]

let ada: Person
let eve: Person
let rows: Row[]

beforeAll(async () => {
  ;[ada, eve] = await Promise.all([given.person("ada"), given.person("eve")])
  const [open, secret, gone] = [
    await given.post(ada),
    await given.post(ada, { visibility: "private" }),
    await given.post(ada),
  ]
  const [photo, toRemove, toPublish] = [
    await given.photo(ada),
    await given.photo(ada),
    await given.photo(ada),
  ]
  const draft = await waitingDraft(ada)
  const discarded = await waitingDraft(ada)
  const bytes = Buffer.from("This is no photo.")
  const broken = await given.upload(ada, bytes)
  await uploaded(broken.upload, bytes)
  const awaiting = await given.upload(ada, await given.jpeg())
  const [inParts, whole] = [await large(ada), await large(ada)]
  await whole.send()
  const parts = inParts.parts.map(({ partNumber, sha256 }) => ({ partNumber, sha256 }))
  const again = await Session.signIn(ada, { email: ada.email, password })
  const publication = (photoId: string) => ({ photos: [{ photoId, altText: "" }] })
  const variant = (post: typeof open, name: string) =>
    `GET /api/media/${post.photos[0]?.photoId}/${name}` as const
  const token = "x".repeat(43)

  rows = [
    { where: "GET /health", status: everybody(200) },
    { where: "GET /api/health", status: everybody(200) },
    { where: "POST /api/account", json: {}, status: everybody(400) },
    { where: "POST /api/account/verify", json: { token }, status: everybody(410) },
    { where: "POST /api/account/verify/resend", json: { email: "a@example.com" }, status: everybody(204) },
    { where: "POST /api/account/password/forgot", json: { email: "a@example.com" }, status: everybody(204) },
    { where: "POST /api/account/password/reset", json: { token, password }, status: everybody(410) },
    { where: "GET /api/me", status: members(200) },
    { where: "PATCH /api/me", json: { bio: "Hello" }, status: members(200) },
    { where: "PUT /api/me/password", json: { current: "wrong", password }, status: members(400) },
    { where: "GET /api/me/sessions", status: members(200) },
    about("session", (id) => `DELETE /api/me/sessions/${id}`, again.sessionId, mine(204)),
    { where: "DELETE /api/me/sessions", status: members(204) },
    { where: "POST /api/uploads", json: startOf("image/jpeg"), status: members(201) },
    about("photo", (id) => `GET /api/uploads/${id}/parts`, awaiting.photoId, mine(200)),
    {
      ...about("photo", (id) => `POST /api/uploads/${id}/parts`, inParts.photoId, mine(200)),
      json: { parts },
    },
    about("photo", (id) => `POST /api/uploads/${id}/complete`, whole.photoId, mine(200)),
    about("photo", (id) => `DELETE /api/uploads/${id}`, awaiting.photoId, mine(204)),
    about("photo", (id) => `GET /api/photos/${id}`, photo, mine(200)),
    about("photo", (id) => `DELETE /api/photos/${id}`, toRemove, mine(204)),
    about("photo", (id) => `POST /api/photos/${id}/retry`, broken.photoId, mine(200)),
    { where: variant(open, "320.avif"), status: everybody(302) },
    {
      where: variant(secret, "320.avif"),
      status: shownToMe(302),
      absent: { where: `GET /api/media/${newId("photo")}/320.avif` },
    },
    {
      where: variant(open, "original"),
      status: shownToMe(302),
      absent: { where: `GET /api/media/${newId("photo")}/original` },
    },
    {
      where: `GET /api/media/${photo}/320.avif`,
      status: shownToMe(302),
      absent: { where: `GET /api/media/${newId("photo")}/320.avif` },
    },
    {
      where: "POST /api/posts",
      json: publication(toPublish),
      status: mine(201),
      absent: { json: publication(newId("photo")) },
    },
    { where: `GET /api/posts/${open.id}`, status: everybody(200) },
    about("post", (id) => `GET /api/posts/${id}`, secret.id, shownToMe(200)),
    about("post", (id) => `DELETE /api/posts/${id}`, gone.id, mine(204)),
    { where: "GET /api/me/drafts", status: members(200) },
    about("draft", (id) => `GET /api/drafts/${id}`, draft, mine(200)),
    about("draft", (id) => `DELETE /api/drafts/${id}`, discarded, mine(204)),
    { where: "GET /api/feed/explore", status: everybody(200) },
    { where: "GET /api/users/ada", status: everybody(200) },
    { where: "GET /api/users/ada/posts", status: everybody(200) },
  ]
})

function about(noun: Noun, where: (id: string) => Where, id: string, status: Row["status"]): Row {
  return { where: where(id), status, absent: { where: where(newId(noun)) } }
}

const startOf = (contentType: string) => ({
  fileName: "a.jpg",
  contentType,
  byteLength: 100,
  sha256: "1".repeat(64),
})

async function waitingDraft(by: UserActor): Promise<string> {
  const { photoId } = await given.upload(by, await given.jpeg())
  const publication = await Draft.publish(by, { photos: [{ photoId, altText: "" }] })
  if (publication.status !== "waiting") throw new Error("the draft does not wait")
  return publication.draft.id
}

it("names every endpoint", () => {
  const shape = ({ method, path }: (typeof endpoints)[number]) =>
    new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/]+")}$`)
  const missing = endpoints.filter((endpoint) => !rows.some(({ where }) => shape(endpoint).test(where)))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

it("lets everybody do what is theirs to do, and nobody else", async () => {
  const found = []
  for (const { where, json } of rows) {
    const status = []
    for (const as of [undefined, eve, ada]) status.push((await api(where, { as, json })).status)
    found.push({ where, status })
  }
  expect(found).toEqual(rows.map(({ where, status }) => ({ where, status })))
})

it("says the same of what is not theirs as of what is not there", async () => {
  const hidden = rows.filter(({ absent }) => absent)
  expect(hidden.length).toBeGreaterThan(8)
  for (const { where, json, absent } of hidden) {
    for (const as of [undefined, eve]) {
      const [theirs, nothing] = [
        await api(where, { as, json, headers: { "x-request-id": "the-same" } }),
        await api(absent?.where ?? where, {
          as,
          json: absent?.json ?? json,
          headers: { "x-request-id": "the-same" },
        }),
      ]
      expect([where, theirs.status, theirs.text]).toEqual([where, nothing.status, nothing.text])
      expect([...theirs.headers]).toEqual([...nothing.headers])
    }
  }
})

it("marks in the document who may call", async () => {
  for (const { method, path, auth } of endpoints) {
    const row = rows.find(({ where }) =>
      new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(where),
    )
    expect([path, row?.status[0] === 401]).toEqual([path, auth === "user"])
  }
})

it("gives private pictures an address for a minute, the original as a download", async () => {
  const { photoId, upload } = await given.upload(ada, await given.jpeg())
  const before = await send(upload, Buffer.from("other bytes"))
  expect(before.ok).toBe(false)
  expect((await api(`GET /api/media/${photoId}/original`, { as: ada })).status).toBe(404)
  const ready = await given.photo(ada)
  const { headers } = await api(`GET /api/media/${ready}/original`, { as: ada })
  const location = new URL(headers.get("location") ?? "")
  expect(headers.get("cache-control")).toBe("private, max-age=50")
  expect(location.searchParams.get("X-Amz-Expires")).toBe("60")
  const file = await fetch(location)
  expect([file.status, file.headers.get("content-disposition")]).toEqual([
    200,
    `attachment; filename="${ready}.jpg"`,
  ])
})
