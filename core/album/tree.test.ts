import { beforeAll, describe, expect, it } from "vitest"
import { givenAlbum, joins } from "../../testing/albums"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { items as allItems } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Notification } from "../notification"
import { Post } from "../post"
import { Album } from "./index"

let ada: Person
let ben: Person
beforeAll(async () => {
  ;[ada, ben] = await Promise.all([given.person(), given.person()])
})

const inside = async (parentId?: string) => (await givenAlbum(ada, parentId ? { parentId } : {})).id
const move = (albumId: string, parentId: string) => Album.edit(ada, { albumId, parentId })
const pathOf = async (albumId: string) => (await Album.get(ada, { albumId })).path.map(({ id }) => id)
const childrenOf = async (albumId: string) =>
  (await Album.children(ada, { albumId })).items.map(({ id }) => id)
const conflict = (reason: string) => ({ code: "conflict", reason })

describe("albums in albums", () => {
  it("are moved, and counted where they are", async () => {
    const [first, second] = [await inside(), await inside()]
    const child = await inside(first)
    expect([await pathOf(child), (await Album.get(ada, { albumId: first })).albums]).toEqual([[first], 1])
    await move(child, second)
    expect([await childrenOf(first), await childrenOf(second)]).toEqual([[], [child]])
    expect((await Album.get(ada, { albumId: first })).albums).toBe(0)
    await move(child, "")
    expect(await pathOf(child)).toEqual([])
    const outermost = (await Album.byUser(ada, { handle: ada.handle })).items.map(({ id }) => id)
    expect(outermost).toEqual([child, second, first])
  })

  it("never lie in themselves, however they are moved", async () => {
    const first = await inside()
    const second = await inside(first)
    const third = await inside(second)
    for (const parent of [first, second, third])
      await expect(move(first, parent)).rejects.toMatchObject(conflict("album_in_itself"))
  })

  it("make no ring when two are moved into each other at the same moment", async () => {
    const [first, second] = [await inside(), await inside()]
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => move(second, first),
      () => move(first, second),
    )
    await expect(late).rejects.toMatchObject(conflict("album_in_itself"))
    expect([await pathOf(first), await pathOf(second)]).toEqual([[], [first]])
  })

  it("make no ring among many movers", slow, async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => inside()))
    const pairs = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => [a, b] as const))
    await Promise.allSettled(pairs.map(([a, b]) => move(a, b)))
    for (const id of ids) expect(await pathOf(id)).not.toContain(id)
    const counts = await Promise.all(
      ids.map(async (albumId) => [
        (await Album.get(ada, { albumId })).albums,
        (await childrenOf(albumId)).length,
      ]),
    )
    for (const [counted, there] of counts) expect(counted).toBe(there)
  })

  it("lie eight deep at most, with all that is in them", slow, async () => {
    const line = [await inside()]
    while (line.length < 8) line.push(await inside(line.at(-1)))
    await expect(inside(line[7])).rejects.toMatchObject(conflict("album_too_deep"))
    const top = await inside()
    await inside(top)
    await expect(move(top, line[6] ?? "")).rejects.toMatchObject(conflict("album_too_deep"))
    await move(top, line[5] ?? "")
    expect(await pathOf(top)).toEqual(line.slice(0, 6))
  })

  it("do not lie in those of others", async () => {
    const theirs = (await givenAlbum(ben, { visibility: "public" })).id
    await expect(inside(theirs)).rejects.toMatchObject({ code: "not_found" })
    await expect(move(await inside(), theirs)).rejects.toMatchObject({ code: "not_found" })
  })

  it("take over the members of those around them, and give theirs to nobody around", async () => {
    const top = await inside()
    const child = await inside(top)
    const leaf = await inside(child)
    const postId = await writtenPost(ada, { audience: "private" })
    await Album.addItem(ada, { albumId: leaf, postId })
    await joins(ada, child, ben, "contributor")
    expect(await Promise.all([top, child, leaf].map((id) => Album.roleOf(ben.userId, id)))).toEqual([
      undefined,
      "contributor",
      "contributor",
    ])
    expect((await Post.get(ben, { postId })).id).toBe(postId)
    expect((await Album.get(ben, { albumId: leaf })).path.map(({ id }) => id)).toEqual([child])
    await move(leaf, "")
    await expect(Post.get(ben, { postId })).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("a deleted album", () => {
  it("leaves the posts, moves up what lies in it, and leaves no row", async () => {
    const top = await inside()
    const middle = await inside(top)
    const leaves = [await inside(middle), await inside(middle)]
    const posts = await Promise.all([0, 1, 2].map(() => writtenPost(ada)))
    await Album.addItems(ada, { albumId: middle, postIds: posts })
    await joins(ada, middle, ben)
    await settle()
    await Album.remove(ada, { albumId: middle })
    await settle()
    expect((await childrenOf(top)).sort()).toEqual(leaves.sort())
    expect((await Album.get(ada, { albumId: top })).albums).toBe(2)
    for (const postId of posts) expect((await Album.ofPost(ada, { postId })).items).toEqual([])
    expect((await Post.get(ada, { postId: posts[0] ?? "" })).id).toBe(posts[0])
    const rows = (await allItems()).filter((row) => JSON.stringify(row).includes(middle))
    expect(rows.map(({ __edb_e__ }) => __edb_e__)).toEqual([])
  })

  it("goes on with what hung in it until nothing is left, wherever it was cut off", slow, async () => {
    const owner = await given.person()
    const album = await givenAlbum(owner)
    const posts = await Promise.all(Array.from({ length: 300 }, () => writtenPost(owner)))
    for (const from of [0, 100, 200])
      await Album.addItems(owner, { albumId: album.id, postIds: posts.slice(from, from + 100) })
    await Album.remove(owner, { albumId: album.id })
    await Album.goOnWithGone({ albumId: album.id })
    expect((await allItems()).some((row) => row.albumId === album.id)).toBe(true)
    expect(await Album.resumeGone(Date.now() + 120_000)).toBeGreaterThan(0)
    await settle()
    expect((await allItems()).filter((row) => row.albumId === album.id)).toEqual([])
  })

  it("goes with all others of who leaves, and so do memberships", async () => {
    const carl = await given.person()
    const own = await givenAlbum(carl, { posts: [await writtenPost(carl)] })
    await givenAlbum(carl, { parentId: own.id })
    await joins(carl, own.id, ben)
    const shared = await inside()
    await joins(ada, shared, carl)
    await settle()
    let rounds = 0
    while (!(await Album.eraseOf(carl.userId))) rounds++
    await settle()
    expect(rounds).toBeLessThan(4)
    const left = (await allItems()).filter(
      (row) => String(row.__edb_e__).startsWith("album") && JSON.stringify(row).includes(carl.userId),
    )
    expect(left).toEqual([])
    expect((await Album.get(ada, { albumId: shared })).members).toBe(0)
  })
})

describe("people are told", () => {
  it("that they were made a member, until they are none, and that others added photos", async () => {
    const carl = await given.person()
    const album = await givenAlbum(ada, { title: "Harbour <b>" })
    await joins(ada, album.id, carl, "contributor")
    await settle()
    const told = async (who: Person) => (await Notification.list(who, {})).items
    expect(await told(carl)).toMatchObject([
      {
        kind: "album_member",
        album: { id: album.id, title: "Harbour <b>" },
        actors: [{ handle: ada.handle }],
      },
    ])
    const posts = await Promise.all([0, 1].map(() => writtenPost(carl)))
    await Album.addItems(carl, { albumId: album.id, postIds: posts })
    await settle()
    expect((await told(ada)).filter(({ kind }) => kind === "album_photos")).toMatchObject([
      { album: { id: album.id }, actors: [{ handle: carl.handle }], others: 0 },
    ])
    // Taken out again, there is nothing to tell.
    for (const postId of posts) await Album.removeItem(carl, { albumId: album.id, postId })
    await settle()
    expect((await told(ada)).filter(({ kind }) => kind === "album_photos")).toEqual([])
    await Album.removeMember(carl, { albumId: album.id, userId: carl.userId })
    await settle()
    expect(await told(carl)).toEqual([])
  })
})
