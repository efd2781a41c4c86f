import { beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { itemsLeftOf } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Bookmark } from "../bookmark"
import { Post } from "../post"
import { table } from "../table"
import { Like } from "./index"

let ada: Person
let ben: Person
beforeAll(async () => {
  ;[ada, ben] = await Promise.all([given.person(), given.person()])
})

const seen = (by: Person, postId: string) => Post.get(by, { postId })
const likesOf = async (postId: string) => (await seen(ada, postId)).counts.likes

describe("a like", () => {
  it("counts once however often it is given, and is taken back as often", slow, async () => {
    const { id: postId } = await given.post(ada)
    for (let n = 0; n < 3; n++) await Like.like(ben, { postId })
    expect([await likesOf(postId), (await seen(ben, postId)).viewer.liked]).toEqual([1, true])
    expect((await seen(ada, postId)).viewer.liked).toBe(false)
    for (let n = 0; n < 3; n++) await Like.unlike(ben, { postId })
    expect([await likesOf(postId), (await seen(ben, postId)).viewer.liked]).toEqual([0, false])
  })

  it("is for posts that one sees, and can be taken back from one that one no longer sees", slow, async () => {
    const { id: postId } = await given.post(ada)
    const { id: secret } = await given.post(ada, { visibility: "private" })
    await Like.like(ben, { postId })
    for (const act of [Like.like, Like.unlike]) {
      await expect(act(ben, { postId: secret })).rejects.toMatchObject({ code: "not_found" })
      await expect(act(visitor(), { postId })).rejects.toMatchObject({ code: "unauthenticated" })
    }
    await table().post.patch({ postId }).set({ audience: "private", visibility: "private", latest: 0 }).go()
    await Like.unlike(ben, { postId })
    expect(await likesOf(postId)).toBe(0)
  })

  it("is not left behind when the post is deleted in the same moment", slow, async () => {
    const { id: postId } = await given.post(ada)
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => Post.remove(ada, { postId }),
      () => Like.like(ben, { postId }),
    )
    await expect(late).rejects.toMatchObject({ code: "not_found" })
    await settle()
    expect(await itemsLeftOf(postId)).toEqual([])
  })

  it("goes with its post, also when the deletion is told twice", slow, async () => {
    const { id: postId } = await given.post(ada)
    await Like.like(ben, { postId })
    await settle()
    await Post.remove(ada, { postId })
    const Records = await changes()
    for (let n = 0; n < 2; n++) expect((await handler({ Records })).batchItemFailures).toEqual([])
    await settle()
    expect(await itemsLeftOf(postId)).toEqual([])
  })

  it("is listed with who gave it, the last first, without people apart", slow, async () => {
    const { id: postId } = await given.post(ada)
    const people = await Promise.all(Array.from({ length: 5 }, () => given.person()))
    for (const person of people) await Like.like(person, { postId })
    const first = await Like.likers(ben, { postId, limit: 2 })
    const [third] = people.slice(2)
    await Block.block(ben, { handle: third?.handle ?? "" })
    const rest = await Like.likers(ben, { postId, limit: 50, cursor: first.nextCursor ?? "" })
    const shown = [...first.items, ...rest.items].map(({ handle }) => handle)
    const expected = people.filter((person) => person !== third).map(({ handle }) => handle)
    expect(shown).toEqual(expected.reverse())
  })
})

describe("the counters of a post", () => {
  it("become more where many write at once, and stay one sum", slow, async () => {
    const { id: postId } = await given.post(ada)
    const row = await Post.postRow(postId)
    if (!row) throw new Error("no post")
    const heat = Post.heatOf(row)
    for (let n = 0; n < 2; n++) heat.conflict()
    await Promise.all([heat.settle(), heat.settle()])
    expect((await Post.postRow(postId))?.countShards).toBe(2)
    const people = await Promise.all(Array.from({ length: 12 }, () => given.person()))
    await Promise.all(people.map((person) => Like.like(person, { postId })))
    const shards = await table().postCount.query.byShard({ postId }).go()
    expect(shards.data.map(({ likes }) => likes > 0)).toEqual([true, true])
    expect(await Post.exactCounts(postId)).toEqual({ likes: 12, comments: 0 })
    expect(await likesOf(postId)).toBe(12)
    const grown = justBefore(
      "TransactWriteItemsCommand",
      async () => {
        const now = await Post.postRow(postId)
        const again = now && Post.heatOf(now)
        for (let n = 0; n < 2; n++) again?.conflict()
        await again?.settle()
      },
      () => Post.remove(ada, { postId }),
    )
    await grown
    await settle()
    expect(await itemsLeftOf(postId)).toEqual([])
  })
})

describe("a bookmark", () => {
  it("is one's own, kept in the order of keeping, and forgotten when the post is gone", slow, async () => {
    const posts = [await given.post(ada), await given.post(ada), await given.post(ada)]
    const [first, second, third] = posts.map(({ id }) => id)
    const reader = await given.person()
    for (const postId of [second, first, third, first]) await Bookmark.save(reader, { postId: postId ?? "" })
    const list = async () => (await Bookmark.list(reader, {})).items.map(({ id }) => id)
    expect(await list()).toEqual([third, first, second])
    expect((await seen(reader, first ?? "")).viewer.saved).toBe(true)
    expect((await Bookmark.list(ben, {})).items).toEqual([])
    await Post.remove(ada, { postId: third ?? "" })
    expect(await list()).toEqual([first, second])
    expect((await table().bookmark.query.byUser({ userId: reader.userId }).go()).data).toHaveLength(2)
    await Block.block(ada, { handle: reader.handle })
    expect(await list()).toEqual([])
    await Bookmark.unsave(reader, { postId: first ?? "" })
    await expect(Bookmark.unsave(reader, { postId: first ?? "" })).rejects.toMatchObject({
      code: "not_found",
    })
    await Block.unblock(ada, { handle: reader.handle })
    expect(await list()).toEqual([second])
  })
})
