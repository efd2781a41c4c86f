import { afterEach, describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Post } from "../post"
import { table } from "../table"
import { now } from "../time"
import { Feed } from "./index"

/** What likes and comments do to the counters; the facts themselves are others' business. */
const counted = (postId: string, change: { likes?: number; comments?: number }, shard = 0) =>
  table().postCount.upsert({ postId, shard }).add(change).go()
const narrow = (postId: string, audience: "public" | "followers" | "private") =>
  table().post.patch({ postId }).set({ audience, visibility: audience, updatedAt: now() }).go()

const rows = async () => (await items()).filter(({ __edb_e__ }) => __edb_e__.startsWith("trend"))
const idsOf = async (actor: Parameters<typeof Feed.trending>[0] = visitor()) =>
  (await Feed.trending(actor, { limit: 50 })).items.map(({ id }) => id)
const hour = 3_600_000

const mine: string[] = []
const posted = async (by: Person, options: Parameters<typeof writtenPost>[1] = {}) => {
  const postId = await writtenPost(by, options)
  mine.push(postId)
  return postId
}
afterEach(async () => {
  for (const postId of mine.splice(0)) await narrow(postId, "private")
  await settle()
  expect(await rows()).toEqual([])
})

describe("the trending posts", () => {
  it("are ordered by what people like and by age", slow, async () => {
    const ada = await given.person()
    const [old, young, silent, loved] = [
      await posted(ada, { at: Date.now() - 13 * hour }),
      await posted(ada),
      await posted(ada),
      await posted(ada, { at: Date.now() - 13 * hour }),
    ]
    await counted(old, { likes: 9 })
    await counted(young, { likes: 1 })
    await counted(loved, { likes: 10, comments: 5 })
    await settle()
    expect(await idsOf()).toEqual([loved, young, old])
    expect(await idsOf()).not.toContain(silent)
  })

  it("are rated by all counters of a post, and written only when it matters", slow, async () => {
    const ada = await given.person()
    const post = await posted(ada)
    await counted(post, { likes: 50 })
    await counted(post, { likes: 50 }, 1)
    await table().post.patch({ postId: post }).set({ countShards: 2 }).go()
    await counted(post, { likes: 1 })
    await settle()
    const before = await rows()
    expect(before).toHaveLength(2)
    expect(before[0]?.score).toBe(before[1]?.score)
    await counted(post, { likes: 2 })
    await settle()
    expect(await rows()).toEqual(before)
    await counted(post, { likes: 30 })
    await settle()
    expect(await rows()).toHaveLength(2)
    expect(await rows()).not.toEqual(before)
  })

  it("do not change when changes arrive again, late and out of order", slow, async () => {
    const ada = await given.person()
    const post = await posted(ada)
    for (const likes of [1, 4, -2, 20]) await counted(post, { likes })
    const records = await changes()
    await tableChanged({ Records: records })
    const before = await rows()
    expect(before).toHaveLength(2)
    await tableChanged({ Records: records })
    await tableChanged({ Records: [...records].reverse() })
    expect(await rows()).toEqual(before)
    await settle()
  })

  it(
    "are for everybody: a post that is narrowed, deleted or no longer liked is gone, one that is opened comes",
    slow,
    async () => {
      const ada = await given.person()
      const [narrowed, deleted, unliked] = [await posted(ada), await posted(ada), await posted(ada)]
      const opened = await posted(ada, { audience: "followers" })
      for (const post of [narrowed, deleted, unliked, opened]) await counted(post, { likes: 3 })
      await settle()
      expect(new Set(await idsOf())).toEqual(new Set([narrowed, deleted, unliked]))
      await narrow(narrowed, "followers")
      await Post.remove(ada, { postId: deleted })
      await counted(unliked, { likes: -3 })
      await narrow(opened, "public")
      expect(await idsOf()).toEqual([unliked])
      await settle()
      expect(await idsOf()).toEqual([opened])
      mine.splice(mine.indexOf(deleted), 1)
    },
  )

  it("leave out whom the reader does not want to see, and posts of long ago", slow, async () => {
    const [ada, ben, eve] = [await given.person(), await given.person(), await given.person()]
    const [one, two] = [await posted(ada), await posted(eve)]
    const old = await posted(ada, { at: Date.now() - 15 * 24 * hour })
    for (const post of [one, two, old]) await counted(post, { likes: 5 })
    await settle()
    await Block.block(ben, { handle: eve.handle })
    expect(await idsOf(ben)).toEqual([one])
    expect(new Set(await idsOf())).toEqual(new Set([one, two]))
  })

  it("come in pages", slow, async () => {
    const ada = await given.person()
    const posts = []
    for (let n = 1; n <= 7; n++) {
      const post = await posted(ada)
      await counted(post, { likes: n * n })
      posts.unshift(post)
    }
    await settle()
    const found: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await Feed.trending(visitor(), { limit: 3, cursor })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(found).toEqual(posts)
  })
})
