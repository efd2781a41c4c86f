import { beforeAll, describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, visitor } from "../../testing/given"
import { rewrittenPost, writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Post } from "../post"
import { table } from "../table"
import { Tag } from "./index"

beforeAll(() => useSettings({ limits: { signUpsPerHour: 1000, searchesPerMinute: 10_000 } }))

let count = 0
const fresh = () => `tag${Date.now().toString(36)}${count++}`
const rowOf = async (tag: string) => (await table().tag.get({ tag }).go({ consistent: true })).data
const listed = async (tag: string, limit = 50) =>
  (await Tag.posts(visitor(), { tag, limit })).items.map(({ id }) => id)
const hanging = async (tag: string) =>
  (await items())
    .filter(({ pk, __edb_e__ }) => __edb_e__ === "tagRow" && pk === `TAG#${tag}`)
    .map(({ sk }) => sk)

describe("a tag", () => {
  it("counts and lists the public posts that carry it, newest first, by any spelling", slow, async () => {
    const [ada, tag] = [await given.person(), fresh()]
    const first = await writtenPost(ada, { caption: `#${tag.toUpperCase()} and #${tag}` })
    const second = await writtenPost(ada, { caption: `x ＃${tag}` })
    await writtenPost(ada, { caption: `#${tag}`, audience: "followers" })
    await writtenPost(ada, { caption: tag })
    await settle()
    expect(await Tag.get(visitor(), { tag: `＃${tag.toUpperCase()}` })).toEqual({
      tag,
      label: tag.toUpperCase(),
      posts: 2,
      followers: 0,
      viewer: { follows: false },
    })
    expect(await listed(`#${tag.toUpperCase()}`)).toEqual([second, first])
    expect((await rowOf(tag))?.newestPostId).toBe(second)
  })

  it.each(["朝焼け", "café", "हिन्दी", "カメラ・レンズ", "x_1"])("may be %s", async (tag) => {
    const post = await writtenPost(await given.person(), { caption: `(#${tag})` })
    await settle()
    expect(await listed(tag)).toContain(post)
  })

  it.each(["", "#", "a b", "##a", "2026", "a/b", "x".repeat(61), "💩", "a\u0000", "\ud800a"])(
    "is not %j",
    async (tag) => {
      await expect(Tag.get(visitor(), { tag })).rejects.toMatchObject({ code: "invalid" })
    },
  )

  it("that nobody used has nothing yet", async () => {
    const tag = fresh()
    expect(await Tag.get(visitor(), { tag })).toMatchObject({ label: tag, posts: 0, followers: 0 })
    expect(await listed(tag)).toEqual([])
  })

  it(
    "loses a post that is edited, narrowed or deleted: its list at once, its count behind it",
    slow,
    async () => {
      const [ada, tag] = [await given.person(), fresh()]
      const caption = `#${tag}`
      const [edited, narrowed, deleted, kept] = [
        await writtenPost(ada, { caption }),
        await writtenPost(ada, { caption }),
        await writtenPost(ada, { caption }),
        await writtenPost(ada, { caption }),
      ]
      await settle()
      expect((await rowOf(tag))?.posts).toBe(4)
      await rewrittenPost(edited, { caption: "without" })
      await rewrittenPost(narrowed, { audience: "followers" })
      await Post.remove(ada, { postId: deleted })
      expect(await listed(tag)).toEqual([kept])
      await settle()
      expect(await hanging(tag)).toEqual([kept])
      expect(await rowOf(tag)).toMatchObject({ posts: 1, newestPostId: kept })
      await rewrittenPost(narrowed, { audience: "public" })
      await rewrittenPost(kept, { caption: "" })
      await settle()
      expect(await rowOf(tag)).toMatchObject({ posts: 1, newestPostId: narrowed })
      await Post.remove(ada, { postId: narrowed })
      await settle()
      const row = await rowOf(tag)
      expect([row?.posts, row?.newestPostId]).toEqual([0, undefined])
    },
  )

  it("counts the same after replays, in any order and in other batches (checks 7, 10)", slow, async () => {
    const [ada, tag, other] = [await given.person(), fresh(), fresh()]
    await changes()
    const [one, two, three] = [
      await writtenPost(ada, { caption: `#${tag}` }),
      await writtenPost(ada, { caption: `#${tag} #${other}` }),
      await writtenPost(ada, { caption: `#${tag}` }),
    ]
    await rewrittenPost(one, { caption: `#${other}` })
    await rewrittenPost(two, { audience: "private" })
    await rewrittenPost(two, { audience: "public" })
    await rewrittenPost(one, { caption: `#${tag}` })
    await Post.remove(ada, { postId: three })
    const records = await changes()
    const deliver = (Records: typeof records) => tableChanged({ Records })
    await deliver(records)
    await settle()
    const before = await items()
    expect(await rowOf(tag)).toMatchObject({ posts: 2, newestPostId: two })
    expect(await rowOf(other)).toMatchObject({ posts: 1, newestPostId: two })
    for (const record of [...records].reverse()) await deliver([record])
    expect(await items()).toEqual(before)
    for (const record of records) await deliver([record])
    await deliver(records.slice(3))
    await Promise.all([deliver(records), deliver([...records].reverse()), deliver(records.slice(1))])
    expect(await items()).toEqual(before)
  })

  it("is not given back a post that was narrowed while its row was being written", async () => {
    const [ada, tag] = [await given.person(), fresh()]
    await changes()
    const post = await writtenPost(ada, { caption: `#${tag}` })
    const records = await changes()
    await justBefore(
      "TransactWriteItemsCommand",
      () => rewrittenPost(post, { audience: "followers" }),
      () => tableChanged({ Records: records }),
    )
    expect(await hanging(tag)).toEqual([])
    expect(await rowOf(tag)).toBeNull()
  })

  it("lists nobody behind a block, or muted", slow, async () => {
    const [ada, eve, tag] = [await given.person(), await given.person(), fresh()]
    await writtenPost(ada, { caption: `#${tag}` })
    await settle()
    expect((await Tag.posts(eve, { tag })).items).toHaveLength(1)
    await Block.mute(eve, { handle: ada.handle })
    expect((await Tag.posts(eve, { tag })).items).toEqual([])
    await Block.unmute(eve, { handle: ada.handle })
    await Block.block(ada, { handle: eve.handle })
    expect((await Tag.posts(eve, { tag })).items).toEqual([])
  })

  it("is paged through without a repeat or a gap while posts come and go (check 41)", slow, async () => {
    const [ada, tag] = [await given.person(), fresh()]
    const caption = `#${tag}`
    const ids: string[] = []
    for (let i = 0; i < 12; i++) ids.unshift(await writtenPost(ada, { caption }))
    await settle()
    const first = await Tag.posts(visitor(), { tag, limit: 5 })
    await writtenPost(ada, { caption })
    await Post.remove(ada, { postId: ids[4] ?? "" })
    await Post.remove(ada, { postId: ids[6] ?? "" })
    await settle()
    const second = await Tag.posts(visitor(), { tag, limit: 50, cursor: first.nextCursor ?? "" })
    const seen = [...first.items, ...second.items].map(({ id }) => id)
    expect(seen).toEqual(ids.filter((id) => id !== ids[6]))
    const foreign = { tag: fresh(), cursor: first.nextCursor ?? "" }
    await expect(Tag.posts(visitor(), foreign)).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("a tag that is followed", () => {
  it("counts its followers, each once, and is in their list", async () => {
    const [ada, eve, tag] = [await given.person(), await given.person(), fresh()]
    const outcomes = await Promise.all([1, 2, 3].map(() => Tag.follow(ada, { tag: `#${tag.toUpperCase()}` })))
    for (const view of outcomes) expect(view).toMatchObject({ tag, followers: 1, viewer: { follows: true } })
    await Tag.follow(eve, { tag })
    expect((await Tag.followed(ada, {})).items).toMatchObject([{ tag, followers: 2 }])
    await Promise.all([1, 2, 3].map(() => Tag.unfollow(ada, { tag })))
    expect(await Tag.get(ada, { tag })).toMatchObject({ followers: 1, viewer: { follows: false } })
    expect((await Tag.followed(ada, {})).items).toEqual([])
  })

  it("keeps how it was written first, whoever follows it before or after", slow, async () => {
    const [ada, tag] = [await given.person(), fresh()]
    await Tag.follow(ada, { tag: tag.toUpperCase() })
    await writtenPost(ada, { caption: `#${tag.toUpperCase()}` })
    await settle()
    expect(await Tag.get(ada, { tag })).toMatchObject({ label: tag, posts: 1, followers: 1 })
  })

  it("is one of a hundred at most, also when all come at once", async () => {
    const ada = await given.person()
    await table().userCount.patch({ userId: ada.userId }).set({ tags: 97 }).go()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => Tag.follow(ada, { tag: fresh() })),
    )
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []))
    expect(refusals).toHaveLength(5)
    for (const reason of refusals)
      expect(reason).toMatchObject({ code: "unprocessable", reason: "too_many_followed_tags" })
    expect((await Tag.followed(ada, {})).items).toHaveLength(3)
  })
})
