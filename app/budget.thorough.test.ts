import { beforeAll, expect, it } from "vitest"
import type { UserActor } from "@/core/actor"
import { Guest } from "@/core/guest"
import { Moderation } from "@/core/moderation"
import { Share } from "@/core/share"
import { givenAlbum } from "@/testing/albums"
import { api } from "@/testing/api"
import { spent } from "@/testing/budget"
import { beyond, callName, type Measured, measure } from "@/testing/budgets/budgets"
import { fullWorld } from "@/testing/budgets/world"
import { given, visitor } from "@/testing/given"
import { openPage, pagePatterns, patternOf } from "@/testing/page"
import { useSettings } from "@/testing/settings"

let world: Awaited<ReturnType<typeof fullWorld>>
let draftId: string
let admin: UserActor
let decision: string
let shared: { albumId: string; childId: string; postId: string; link: string; locked: string }
beforeAll(async () => {
  useSettings({ limits: { commentsPerMinute: 1000, searchesPerMinute: 1000, blocksPerDay: 1000 } })
  world = await fullWorld()
  admin = await given.admin()
  draftId = (await given.draft(world.reader)).draftId
  shared = await album()
  const said = { act: "warn", rule: "spam", reason: "Not so often." } as const
  const { decisions } = await Moderation.decide(admin, { targets: [world.mine], ...said })
  decision = decisions[0]?.id ?? ""
}, 600_000)

/** An album with one in it, and links to it. */
async function album() {
  const { reader, mine } = world
  const { id: albumId } = await givenAlbum(reader, { posts: [mine] })
  const { id: childId } = await givenAlbum(reader, { parentId: albumId, posts: [mine] })
  const made = async (options: object) => {
    const { url = "" } = await Share.createForAlbum(reader, { albumId, ...options })
    return new URL(url).pathname
  }
  const link = await made({ kind: "contribute", comments: true })
  const token = link.split("/")[2] ?? ""
  const said = async (count: number) => {
    for (let n = 0; n < count; n++)
      await Guest.comment(visitor(), { token, postId: mine, name: `Guest ${n}`, text: "Lovely" })
  }
  await said(20)
  const { items } = await Guest.waitingComments(reader, { limit: 20 })
  await Guest.decideComments(reader, { commentIds: items.map(({ id }) => id), decision: "approve" })
  await said(26)
  return { albumId, childId, postId: mine, link, locked: await made({ password: "harebell-scree" }) }
}

/** Every list at its usual length, and the pages of things with much around them. */
const lists = () => {
  const { reader, other, mine, commentId, album } = world
  return [
    [
      "/api/feed/home",
      "/api/feed/home/new",
      "/api/feed/explore",
      "/api/feed/trending",
      "/api/me/on-this-day",
    ],
    [`/api/posts/${mine}`, `/api/posts/${mine}/likes`, `/api/posts/${mine}/comments`],
    [
      `/api/comments/${commentId}`,
      `/api/comments/${commentId}/replies`,
      `/api/comments/${commentId}/history`,
    ],
    [`/api/users/${other.handle}`, `/api/users/${reader.handle}/posts`],
    [`/api/users/${reader.handle}/followers`, `/api/users/${reader.handle}/following`],
    ["/api/me/bookmarks", "/api/me/follow-requests", "/api/me/suggestions", "/api/me/blocks"],
    [`/api/albums/${album}`, `/api/albums/${album}/items`, `/api/albums/${album}/albums`],
    [`/api/albums/${album}/members`, "/api/albums", `/api/users/${reader.handle}/albums`],
    ["/api/notifications", "/api/notifications/unread"],
    ["/api/search?q=morning%20light", "/api/search?q=person&type=users", "/api/search?q=daw&type=tags"],
    ["/api/tags/dawn", "/api/tags/dawn/posts", "/api/me/tags"],
    ["/api/me/guest-comments", `/api${shared.link}/posts/${mine}/comments`],
  ].flat()
}

it("every full list of the API costs what its budget allows", async () => {
  const { reader } = world
  const measured: Measured = new Map()
  for (const path of lists()) {
    const { result, ...cost } = await spent(() => api(`GET ${path}` as "GET /", { as: reader }))
    expect([path, result.status]).toEqual([path, 200])
    measure(measured, callName("GET", path), cost)
  }
  expect(beyond(measured)).toEqual([])
})

type Target = [path: string, as: UserActor | undefined, status: number]

const pages = (): Target[] => {
  const { reader, stranger, other, mine, editable, album } = world
  const both = (path: string): Target[] => [
    [path, reader, 200],
    [path, undefined, 200],
  ]
  const member = (path: string): Target[] => [
    [path, reader, 200],
    [path, undefined, 307],
  ]
  return [
    ...["/", "/explore", "/trending", "/about", "/t/dawn", "/search", "/search?q=morning+light"].flatMap(
      both,
    ),
    ...["/terms", "/privacy", "/takedown"].flatMap(both),
    [`/report/${mine}`, stranger, 200],
    [`/report/${mine}`, undefined, 307],
    [`/decisions/${decision}`, reader, 200],
    [`/decisions/${decision}`, stranger, 404],
    ...[`/p/${mine}`, `/p/${mine}/likes`].flatMap(both),
    [`/p/${mine}`, stranger, 200],
    ...both(`/a/${album}`),
    ...["", "/followers", "/following", "/described", "/albums"].flatMap((tab) =>
      both(`/u/${other.handle}${tab}`),
    ),
    ...[
      "/notifications",
      "/guests",
      "/saved",
      "/albums",
      "/upload",
      "/drafts",
      `/drafts/${draftId}`,
      `/p/${editable}/edit`,
    ].flatMap(member),
    ...["profile", "account", "sessions", "privacy", "notifications", "tokens", "tags", "data"].flatMap(
      (part) => member(`/settings/${part}`),
    ),
    ["/signin", undefined, 200],
    ["/signup", undefined, 200],
    ["/forgot", undefined, 200],
    ["/reset?token=none", undefined, 200],
    ["/verify?token=none", undefined, 200],
    ["/unsubscribe?token=none", undefined, 200],
    ...[
      "",
      "/cost",
      "/people",
      "/reports",
      `/people/${reader.userId}`,
      "/audit",
      "/dead-letters",
      "/explain",
      `/explain/${mine}`,
    ].flatMap((path): Target[] => [
      [`/admin${path}`, admin, 200],
      [`/admin${path}`, reader, 404],
      [`/admin${path}`, undefined, 404],
    ]),
    ["/admin/dead-letters/digest/none-of-this-id", admin, 404],
    ...["", `/p/${shared.postId}`, `/a/${shared.childId}`].flatMap((path) => both(`${shared.link}${path}`)),
    [shared.locked, undefined, 200],
    [`/s/${"A".repeat(24)}`, undefined, 404],
    [`/a/${shared.albumId}/guests`, reader, 200],
    [`/a/${shared.albumId}/guests`, stranger, 404],
    ["/settings", reader, 307],
    ["/nothing/here", reader, 404],
  ]
}

it("every page costs what its budget allows", async () => {
  const measured: Measured = new Map()
  const found = []
  for (const [path, as] of pages()) {
    const { result, ...cost } = await spent(() => openPage(path, as))
    found.push([path, as ? "member" : "visitor", result.status])
    measure(measured, `page ${patternOf(path.split("?")[0] ?? "").pattern}`, cost)
  }
  expect(found).toEqual(pages().map(([path, as, status]) => [path, as ? "member" : "visitor", status]))
  expect(beyond(measured)).toEqual([])
})

it("names every page", () => {
  const named = new Set(pages().map(([path]) => patternOf(path.split("?")[0] ?? "").pattern))
  expect(pagePatterns.filter((pattern) => !named.has(pattern))).toEqual([])
})
