import { beforeAll, describe, expect, it } from "vitest"
import { givenAlbum, joins } from "../../testing/albums"
import { settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { rewrittenPost, writtenPost } from "../../testing/posts"
import type { Actor } from "../actor"
import { Block } from "../block"
import { Media } from "../media"
import { Post } from "../post"
import { table } from "../table"
import { maxMembers } from "./album.schema"
import { Album } from "./index"

let ada: Person
let ben: Person
let eve: Person
beforeAll(async () => {
  ;[ada, ben, eve] = await Promise.all([given.person(), given.person(), given.person()])
})

const notFound = { code: "not_found" }
const forbidden = { code: "forbidden" }
const seenIn = async (actor: Actor, albumId: string) =>
  (await Album.items(actor, { albumId })).items.map(({ id }) => id)
const three = () =>
  Promise.all((["public", "followers", "private"] as const).map((audience) => writtenPost(ada, { audience })))

describe("an album", () => {
  it("never widens a post: whoever comes by its audience sees what they would see anyway", async () => {
    const posts = await three()
    const { id } = await givenAlbum(ada, { posts, visibility: "public" })
    expect(await seenIn(ada, id)).toEqual(posts)
    expect(await seenIn(visitor(), id)).toEqual(posts.slice(0, 1))
    expect(await seenIn(eve, id)).toEqual(posts.slice(0, 1))
    const fan = await given.person()
    await given.follow(fan, ada)
    expect(await seenIn(fan, id)).toEqual(posts.slice(0, 2))
    expect(await Album.get(visitor(), { albumId: id })).not.toHaveProperty("items")
  })

  it("is there for its audience alone", async () => {
    const fan = await given.person()
    await given.follow(fan, ada)
    for (const [visibility, sees] of [
      ["public", [true, true, true]],
      ["followers", [true, false, false]],
      ["private", [false, false, false]],
    ] as const) {
      const { id } = await givenAlbum(ada, { visibility })
      const found = await Promise.all(
        [fan, eve, visitor()].map((actor) =>
          Album.get(actor, { albumId: id }).then(
            () => true,
            () => false,
          ),
        ),
      )
      expect(found).toEqual(sees)
    }
  })

  it("opens its posts to its members, wherever they meet them, until they are none any more", async () => {
    const photoId = await given.photo(ada)
    const { id: postId } = await given.post(ada, { visibility: "private", photos: [photoId] })
    const { id } = await givenAlbum(ada, { posts: [postId] })
    const address = () => Media.address(ben, { photoId, variant: "320.avif" })
    await expect(address()).rejects.toMatchObject(notFound)
    await joins(ada, id, ben)
    expect(await seenIn(ben, id)).toEqual([postId])
    expect((await Post.get(ben, { postId })).id).toBe(postId)
    expect((await address()).url).toContain("320.avif")
    await expect(Media.address(ben, { photoId, variant: "original" })).rejects.toMatchObject(notFound)
    expect(await Album.givenTo(ben, [postId])).toEqual(new Set([postId]))
    await Album.removeMember(ada, { albumId: id, userId: ben.userId })
    await expect(address()).rejects.toMatchObject(notFound)
    await expect(Post.get(ben, { postId })).rejects.toMatchObject(notFound)
    await expect(Album.items(ben, { albumId: id })).rejects.toMatchObject(notFound)
  })

  it("closes a post that is taken out, and one that is deleted leaves it", async () => {
    const [first = "", second = ""] = await three()
    const { id } = await givenAlbum(ada, { posts: [first, second] })
    await joins(ada, id, ben)
    await Album.removeItem(ada, { albumId: id, postId: second })
    expect(await seenIn(ben, id)).toEqual([first])
    await expect(Post.get(ben, { postId: second })).rejects.toMatchObject(notFound)
    await Post.remove(ada, { postId: first })
    expect(await seenIn(ben, id)).toEqual([])
    await settle()
    expect((await Album.get(ada, { albumId: id })).items).toBe(0)
    expect(await Album.holds(id, first)).toBe(false)
  })

  it("shows a narrowed post to its members alone, at once", async () => {
    const [postId = ""] = await three()
    const { id } = await givenAlbum(ada, { posts: [postId], visibility: "public" })
    await joins(ada, id, ben)
    await rewrittenPost(postId, { audience: "private" })
    expect([await seenIn(eve, id), await seenIn(ben, id)]).toEqual([[], [postId]])
  })

  it("hides behind a block, both ways, and nobody behind one is made a member", async () => {
    const [carl, dora] = await Promise.all([given.person(), given.person()])
    const [postId = ""] = await three()
    const { id } = await givenAlbum(ada, { posts: [postId] })
    await joins(ada, id, carl)
    await Block.block(carl, { handle: ada.handle })
    await expect(Album.get(carl, { albumId: id })).rejects.toMatchObject(notFound)
    await expect(Post.get(carl, { postId })).rejects.toMatchObject(notFound)
    await Block.block(dora, { handle: ada.handle })
    await expect(joins(ada, id, dora)).rejects.toMatchObject(notFound)
    expect((await Album.members(ada, { albumId: id })).items).toEqual([])
  })

  it("goes with an owner who vanishes, also for its members", async () => {
    const gone = await given.person()
    const postId = await writtenPost(gone, { audience: "private" })
    const { id } = await givenAlbum(gone, { posts: [postId] })
    await joins(gone, id, ben)
    await table().user.patch({ userId: gone.userId }).set({ hidden: true }).go()
    await expect(Album.get(ben, { albumId: id })).rejects.toMatchObject(notFound)
    await expect(Post.get(ben, { postId })).rejects.toMatchObject(notFound)
  })

  it("takes posts of the one who adds them alone", async () => {
    const foreign = await writtenPost(ben)
    const { id } = await givenAlbum(ada)
    await expect(Album.addItem(ada, { albumId: id, postId: foreign })).rejects.toMatchObject(notFound)
    await joins(ada, id, ben, "contributor")
    await Album.addItem(ben, { albumId: id, postId: foreign })
    expect(await seenIn(ada, id)).toEqual([foreign])
    await expect(Album.addItem(eve, { albumId: id, postId: foreign })).rejects.toMatchObject(notFound)
  })

  it("counts what is added once, however often and by however many at once", async () => {
    const posts = await Promise.all(Array.from({ length: 8 }, () => writtenPost(ada)))
    const { id } = await givenAlbum(ada)
    const some = (ids: string[]) => Album.addItems(ada, { albumId: id, postIds: ids })
    const outcomes = await Promise.all([some(posts.slice(0, 5)), some(posts.slice(3)), some(posts)])
    expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(8)
    expect((await Album.get(ada, { albumId: id })).items).toBe(8)
    expect((await seenIn(ada, id)).sort()).toEqual([...posts].sort())
    await Promise.all([0, 1].map(() => Album.removeItems(ada, { albumId: id, postIds: posts.slice(0, 3) })))
    expect((await Album.get(ada, { albumId: id })).items).toBe(5)
  })
})

describe("an order by hand", () => {
  it("moves what is asked for, and nothing where it stands there already", async () => {
    const [a = "", b = "", c = ""] = await three()
    const { id: albumId } = await givenAlbum(ada, { posts: [a, b, c] })
    const moved = async (to: "first" | "last" | "before" | "after", postIds: string[], besideId?: string) => {
      await Album.order(ada, { albumId, postIds, to, ...(besideId ? { besideId } : {}) })
      return seenIn(ada, albumId)
    }
    expect(await moved("first", [a])).toEqual([a, b, c])
    expect(await moved("after", [b], a)).toEqual([a, b, c])
    expect(await moved("before", [b], c)).toEqual([a, b, c])
    expect(await moved("last", [c])).toEqual([a, b, c])
    expect(await moved("first", [a, b, c])).toEqual([a, b, c])
    expect(await moved("first", [a, c])).toEqual([a, c, b])
    expect(await moved("after", [c, b], a)).toEqual([a, c, b])
    expect(await moved("last", [a])).toEqual([c, b, a])
  })
})

describe("roles", () => {
  it("allow what they say", async () => {
    const people = await Promise.all([given.person(), given.person(), given.person()])
    const [viewer, contributor, manager] = people as [Person, Person, Person]
    const [postId = "", other = ""] = await three()
    const { id: albumId } = await givenAlbum(ada, { posts: [postId, other] })
    await joins(ada, albumId, viewer, "viewer")
    await joins(ada, albumId, contributor, "contributor")
    await joins(ada, albumId, manager, "manager")
    expect(
      await Promise.all([viewer, contributor, manager, ada, eve].map((who) => Album.roleOf(who, albumId))),
    ).toEqual(["viewer", "contributor", "manager", "owner", undefined])
    for (const who of [viewer, contributor]) {
      await expect(Album.edit(who, { albumId, title: "Mine" })).rejects.toMatchObject(forbidden)
      await expect(Album.removeItem(who, { albumId, postId })).rejects.toMatchObject(forbidden)
      await expect(Album.order(who, { albumId, postIds: [other], to: "first" })).rejects.toMatchObject(
        forbidden,
      )
      await expect(joins(who, albumId, eve)).rejects.toMatchObject(forbidden)
    }
    const own = await writtenPost(viewer)
    await expect(Album.addItem(viewer, { albumId, postId: own })).rejects.toMatchObject(forbidden)
    await Album.edit(manager, { albumId, title: "Theirs" })
    await Album.order(manager, { albumId, postIds: [other], to: "first" })
    expect(await seenIn(manager, albumId)).toEqual([other, postId])
    await Album.removeItem(manager, { albumId, postId: other })
    await joins(manager, albumId, eve, "contributor")
    await expect(joins(manager, albumId, ben, "manager")).rejects.toMatchObject(forbidden)
    await expect(Album.edit(manager, { albumId, visibility: "public" })).rejects.toMatchObject(forbidden)
    await expect(Album.remove(manager, { albumId })).rejects.toMatchObject(forbidden)
    await Album.setMember(ada, { albumId, userId: eve.userId, role: "manager" })
    await expect(Album.removeMember(manager, { albumId, userId: eve.userId })).rejects.toMatchObject(
      forbidden,
    )
    await Album.removeMember(eve, { albumId, userId: eve.userId })
    expect((await Album.get(ada, { albumId })).members).toBe(3)
  })

  it("are given to so many, also by two at once", async () => {
    const { id: albumId } = await givenAlbum(ada)
    await table()
      .album.patch({ albumId })
      .set({ members: maxMembers - 1 })
      .go()
    const outcomes = await Promise.allSettled([joins(ada, albumId, ben), joins(ada, albumId, eve)])
    const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []))
    expect(refusals).toMatchObject([{ code: "conflict", reason: "album_members" }])
    expect((await Album.get(ada, { albumId })).members).toBe(maxMembers)
    const { items } = await Album.members(ada, { albumId })
    expect(items.map(({ person }) => person.id)).toHaveLength(1)
  })

  it("can be left where they were given", async () => {
    const { id: albumId } = await givenAlbum(ada)
    const { id: inner } = await givenAlbum(ada, { parentId: albumId })
    await joins(ada, albumId, ben)
    const joinedIn = async (id: string) => (await Album.get(ben, { albumId: id })).joined
    expect([await joinedIn(albumId), await joinedIn(inner)]).toEqual([true, false])
    expect((await Album.get(ada, { albumId })).joined).toBe(false)
    await Album.removeMember(ben, { albumId, userId: ben.userId })
    await expect(Album.get(ben, { albumId: inner })).rejects.toMatchObject(notFound)
  })

  it("let an author take their photo out, also when they may no longer look in", async () => {
    const carl = await given.person()
    const { id: albumId } = await givenAlbum(ada)
    await joins(ada, albumId, carl, "contributor")
    const postId = await writtenPost(carl, { audience: "private" })
    await Album.addItem(carl, { albumId, postId })
    expect((await Post.get(ada, { postId })).id).toBe(postId)
    await Album.removeMember(ada, { albumId, userId: carl.userId })
    expect((await Album.ofPost(carl, { postId })).items.map(({ id }) => id)).toEqual([albumId])
    await Album.removeItem(carl, { albumId, postId })
    await expect(Post.get(ada, { postId })).rejects.toMatchObject(notFound)
    await expect(Album.removeItem(carl, { albumId, postId })).rejects.toMatchObject(notFound)
  })
})
