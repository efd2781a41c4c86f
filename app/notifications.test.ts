import { beforeAll, describe, expect, it } from "vitest"
import { NotificationView } from "@/core/notification/notification.schema"
import { pageOf } from "@/core/page.schema"
import { table } from "@/core/table"
import { api } from "@/testing/api"
import { settle } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { openPage } from "@/testing/page"
import { writtenPost } from "@/testing/posts"
import { slow } from "@/testing/slow"
import { written } from "@/testing/written"

let ada: Person
let bo: Person
beforeAll(async () => {
  ;[ada, bo] = [await given.person(), await given.person()]
})

const listOf = async (person: Person) =>
  pageOf(NotificationView).parse((await api("GET /api/notifications", { as: person })).body).items

describe("the API of notifications", () => {
  it("tells what is new, marks it as read, and counts", slow, async () => {
    await written.like(bo, { postId: await writtenPost(ada), author: ada })
    await settle()
    const unread = () => api("GET /api/notifications/unread", { as: ada })
    const first = await unread()
    expect(first.body).toEqual({ count: 1, more: false })
    expect(first.headers.get("cache-control")).toBe("private, no-store")
    expect(first.text.length).toBeLessThan(40)
    const [item] = await listOf(ada)
    const sizes = item?.post?.picture?.variants.map(({ width, height }) => Math.max(width, height))
    expect(Math.max(...(sizes ?? []))).toBeLessThanOrEqual(320)
    const read = await api("POST /api/notifications/read", { as: ada, json: { upTo: item?.id } })
    expect([read.status, (await unread()).body]).toEqual([204, { count: 0, more: false }])
  })

  it("keeps a photo with a warning covered for all but its author", slow, async () => {
    const cleo = await given.person()
    const postId = await writtenPost(bo, { caption: `@${cleo.handle}` })
    await table().post.patch({ postId }).set({ contentWarning: "Blood" }).go()
    await written.like(cleo, { postId, author: bo })
    await settle()
    const [[theirs], [own]] = [await listOf(cleo), await listOf(bo)]
    expect(theirs?.post).toEqual({ id: postId, own: false, altText: "" })
    expect(own?.post).toMatchObject({ id: postId, own: true, picture: { variants: expect.any(Array) } })
  })

  it("switches kinds and the daily mail, and refuses what is neither", async () => {
    const change = (json: unknown) => api("PATCH /api/me/notification-settings", { as: bo, json })
    expect((await change({ kinds: { like: false, follow: false }, digest: "daily" })).body).toMatchObject({
      kinds: { like: false, follow: false, comment: true },
      digest: "daily",
      digestHour: 7,
    })
    expect((await change({ kinds: { like: true }, digestHour: 23 })).body).toMatchObject({
      kinds: { like: true, follow: false },
      digest: "daily",
      digestHour: 23,
    })
    const wrong = [
      { kinds: {} },
      { kinds: { shout: true } },
      { digest: "hourly" },
      { digestHour: 24 },
      { x: 1 },
    ]
    for (const json of wrong) expect([json, (await change(json)).status]).toEqual([json, 400])
    expect((await api("GET /api/me/notification-settings", { as: bo })).body).toMatchObject({
      digestHour: 23,
    })
  })
})

describe("the pages", () => {
  it.each(["/notifications", "/settings/notifications"])("%s is for members", async (path) => {
    expect(await openPage(path, ada)).toEqual({ status: 200 })
    const next = encodeURIComponent(path)
    expect(await openPage(path)).toEqual({ status: 307, location: `/signin?next=${next}` })
  })

  it("of notifications does not exist beyond a cursor that is nobody's", async () => {
    expect(await openPage("/notifications?cursor=e30", ada)).toEqual({ status: 404 })
  })

  it("that ends the daily mail is for everybody", async () => {
    expect(await openPage("/unsubscribe?token=x")).toEqual({ status: 200 })
    expect(await openPage("/unsubscribe", ada)).toEqual({ status: 200 })
  })
})
