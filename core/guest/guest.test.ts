import { beforeAll, describe, expect, it, vi } from "vitest"
import { givenAlbum, joins } from "../../testing/albums"
import { objectsOf, settle, uploaded } from "../../testing/events"
import { given, offer, type Person, visitor } from "../../testing/given"
import { isNote, items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import type { Actor } from "../actor"
import { Album } from "../album"
import { Draft } from "../draft"
import { newId } from "../id"
import { Media } from "../media"
import { Photo } from "../photo"
import { sweepUploads } from "../photo/sweep"
import { Post } from "../post"
import { Share } from "../share"
import { table } from "../table"
import { Guest } from "./index"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})
const key = "k".repeat(32)
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  )

async function world(options: object = {}) {
  const album = await givenAlbum(ada)
  const link = await Share.createForAlbum(ada, { albumId: album.id, kind: "contribute", ...options })
  return { albumId: album.id, shareId: link.id, token: link.url?.split("/s/")[1] ?? "" }
}
async function sent(token: string, name = "Grandma", by: Actor = visitor()) {
  const bytes = await given.jpeg()
  const started = await Guest.start(by, { token, key, name, ...offer(bytes) })
  if ("duplicate" in started || started.upload.kind !== "post") throw new Error("it is sent in one piece")
  await uploaded(started.upload, bytes)
  return started.photoId
}
const sees = (actor: Actor, photoId: string) =>
  Media.address(actor, { photoId, variant: "640.jpg" }).then(
    () => true,
    () => false,
  )

describe("a photo of a guest", () => {
  it(
    "waits, seen by those who decide alone; approved, it is a private post of the owner that names the guest",
    slow,
    async () => {
      const { albumId, token } = await world()
      const [manager, member, stranger] = [await given.person(), await given.person(), await given.person()]
      await joins(ada, albumId, manager, "manager")
      await joins(ada, albumId, member)
      const photoId = await sent(token, "<b>Grandma</b>")
      expect(await Guest.state(visitor(), { token, photoId, key })).toEqual({ id: photoId, state: "ready" })
      const sight = async () =>
        Promise.all([ada, manager, member, stranger, visitor()].map((who) => sees(who, photoId)))
      expect(await sight()).toEqual([true, true, false, false, false])
      const through = { photoId, variant: "640.jpg", link: token }
      expect(await code(Media.address(visitor(), through))).toBe("not_found")
      expect(await code(Media.address(manager, { photoId, variant: "original" }))).toBe("not_found")
      for (const who of [member, stranger]) {
        expect(await code(Guest.queue(who, { albumId }))).toMatch(/forbidden|not_found/)
        expect(await code(Guest.decide(who, { albumId, photoIds: [photoId], decision: "approve" }))).toMatch(
          /forbidden|not_found/,
        )
      }
      const { items: waiting } = await Guest.queue(ada, { albumId })
      expect(waiting).toMatchObject([{ photoId, name: "<b>Grandma</b>" }])
      // Nobody publishes it by another way meanwhile.
      expect(await code(Draft.publish(ada, { photos: [{ photoId }] }))).toBe("conflict")

      expect(await Guest.decide(manager, { albumId, photoIds: [photoId], decision: "approve" })).toEqual({
        decided: 1,
      })
      expect(await Guest.decide(manager, { albumId, photoIds: [photoId], decision: "approve" })).toEqual({
        decided: 0,
      })
      expect((await Guest.queue(ada, { albumId })).items).toEqual([])
      await settle()
      const { items: hung } = await Album.items(member, { albumId })
      expect(hung).toMatchObject([
        { author: { id: ada.userId }, guest: "<b>Grandma</b>", visibility: "private" },
      ])
      expect(await sight()).toEqual([true, true, true, false, false])
      expect((await Post.byUser(stranger, { handle: ada.handle })).items.map(({ id }) => id)).not.toContain(
        hung[0]?.id,
      )
      expect(await code(Media.address(visitor(), through))).toBe("ok")
      expect(await code(Guest.remove(visitor(), { token, photoId, key }))).toBe("not_found")
      expect(await sees(ada, photoId)).toBe(true)
    },
  )

  it("declined, or taken back by whoever has its key, leaves nothing", slow, async () => {
    const { albumId, token } = await world()
    const [declined, taken] = [await sent(token), await sent(token)]
    expect(await code(Guest.remove(visitor(), { token, photoId: taken, key: "x".repeat(32) }))).toBe(
      "not_found",
    )
    await Guest.remove(visitor(), { token, photoId: taken, key })
    await Guest.decide(ada, { albumId, photoIds: [declined], decision: "decline" })
    await settle()
    for (const photoId of [declined, taken]) {
      expect(await objectsOf(photoId, ada.userId)).toEqual([])
      const rows = (await items()).filter((item) => JSON.stringify(item).includes(photoId))
      expect(rows.filter(({ __edb_e__ }) => __edb_e__ !== "photoGone")).toEqual([])
    }
  })

  it(
    "begun is stopped by the end of the link, in parts too; other links and other keys go on with nothing",
    slow,
    async () => {
      const { token, shareId } = await world()
      const bytes = await given.largeJpeg()
      const started = await Guest.start(visitor(), { token, key, name: "Eve", ...offer(bytes) })
      const { photoId } = started
      const input = { token, photoId, key }
      expect(await Guest.progress(visitor(), input)).toMatchObject({ received: false })
      const parts = [{ partNumber: 1, sha256: "0".repeat(64) }]
      expect((await Guest.signParts(visitor(), { ...input, parts })).parts).toHaveLength(1)
      expect(await code(Guest.progress(visitor(), { ...input, key: "x".repeat(32) }))).toBe("not_found")
      expect(await code(Guest.progress(visitor(), { ...input, token: (await world()).token }))).toBe(
        "not_found",
      )
      await Share.revoke(ada, { shareId })
      for (const call of [
        () => Guest.progress(visitor(), input),
        () => Guest.signParts(visitor(), { ...input, parts }),
        () => Guest.complete(visitor(), input),
        () => Guest.state(visitor(), input),
        () => Guest.start(visitor(), { token, key, name: "Eve", ...offer(bytes) }),
      ])
        expect(await code(call())).toBe("gone")
    },
  )

  it("is taken back with its key, also when its link opens nothing any more", async () => {
    const { albumId, token, shareId } = await world()
    const bytes = await given.jpeg()
    const { photoId } = await Guest.start(visitor(), { token, key, name: "Eve", ...offer(bytes) })
    await Share.revoke(ada, { shareId })
    const stranger = { token, photoId, key: "x".repeat(32) }
    expect(await code(Guest.remove(visitor(), stranger))).toBe("not_found")
    await Guest.remove(visitor(), { token, photoId, key })
    expect(await Photo.rows([photoId])).toEqual([])
    expect((await Guest.queue(ada, { albumId })).items).toEqual([])
    expect(await code(Guest.remove(visitor(), { token, photoId, key }))).toBe("not_found")
  })

  it("is not told to be taken back when it is in a post by then", async () => {
    const { token } = await world()
    const bytes = await given.jpeg()
    const { photoId } = await Guest.start(visitor(), { token, key, name: "Eve", ...offer(bytes) })
    await table()
      .photo.patch({ photoId })
      .set({ postId: newId("post") })
      .go()
    expect(await code(Guest.remove(visitor(), { token, photoId, key }))).toBe("not_found")
    expect(await Photo.rows([photoId])).toHaveLength(1)
    await table().photo.delete({ photoId }).go()
  })

  it("is taken through open links for that alone", slow, async () => {
    const offered = { key, name: "Eve", ...offer(await given.jpeg()) }
    const view = await world({ kind: "view" })
    expect(await code(Guest.start(visitor(), { ...offered, token: view.token }))).toBe("forbidden")
    const locked = await world({ password: "harebell" })
    expect(await code(Guest.start(visitor(), { ...offered, token: locked.token }))).toBe("forbidden")
    const post = await given.post(ada)
    const { url = "" } = await Share.createForPost(ada, { postId: post.id, kind: "contribute" })
    expect(await code(Guest.start(visitor(), { ...offered, token: url.split("/s/")[1] ?? "" }))).toBe(
      "forbidden",
    )
  })

  it("is not told to be one that its owner has, nor given to the owner for one of theirs", slow, async () => {
    const { token } = await world()
    const bytes = await given.jpeg()
    const own = await given.photo(ada, bytes)
    const started = await Guest.start(visitor(), { token, key, name: "Eve", ...offer(bytes) })
    expect(started).toMatchObject({ upload: { kind: "post" } })
    expect(started.photoId).not.toBe(own)
    const theirs = await given.jpeg()
    const waiting = await Guest.start(visitor(), { token, key, name: "Eve", ...offer(theirs) })
    if ("duplicate" in waiting || waiting.upload.kind !== "post") throw new Error("it is sent in one piece")
    await uploaded(waiting.upload, theirs)
    expect((await Photo.startUpload(ada, offer(theirs))).photoId).not.toBe(waiting.photoId)
  })

  it("goes with the album that it was sent to, where nobody decided about it", slow, async () => {
    const { albumId, token } = await world()
    const photoId = await sent(token)
    await Album.remove(ada, { albumId })
    await settle()
    expect(await Photo.rows([photoId])).toEqual([])
    const left = (await items()).filter((item) => JSON.stringify(item).includes(photoId) && !isNote(item))
    expect(left).toEqual([])
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
  })

  it("that waits outlives the sweep of what was abandoned, for ninety days", slow, async () => {
    const { albumId, token } = await world()
    const photoId = await sent(token)
    const day = 86_400_000
    await sweepUploads(Date.now() + 2 * day)
    expect((await Guest.queue(ada, { albumId })).items).toHaveLength(1)
    await sweepUploads(Date.now() + 91 * day)
    await settle()
    expect((await Guest.queue(ada, { albumId })).items).toEqual([])
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
  })

  it("is one of so many from an address a day", slow, async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
    try {
      const { token, shareId } = await world()
      const eve = visitor()
      const { limit } = await import("../limit")
      for (let i = 0; i < 199; i++) await limit(["guest-upload", shareId, eve.address], 200, 86_400)
      const offered = { token, key, name: "Eve", ...offer(Buffer.from("x")) }
      await Guest.start(eve, offered)
      await expect(Guest.start(eve, offered)).rejects.toMatchObject({
        code: "rate_limited",
        reason: "guest_photos",
      })
      await Guest.start(visitor(), offered)
    } finally {
      vi.useRealTimers()
    }
  })
})
