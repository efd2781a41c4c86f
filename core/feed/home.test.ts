import { describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { killedAfter } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Follow } from "../follow"
import { newId } from "../id"
import { Post } from "../post"
import { table } from "../table"
import { now } from "../time"
import { Feed } from "./index"

const handle = (person: Person) => ({ handle: person.handle })
const pair = () => Promise.all([given.person(), given.person()])
const idsOf = async (reader: Person) => (await Feed.home(reader, {})).items.map(({ id }) => id)
const hanging = async (reader: Person) =>
  (await items()).filter(({ pk, __edb_e__ }) => __edb_e__ === "feedRow" && pk === `FEED#${reader.userId}`)
const narrow = (postId: string, audience: "public" | "followers" | "private") =>
  table().post.patch({ postId }).set({ audience, visibility: audience, updatedAt: now() }).go()
const followTag = (reader: Person, tag: string) =>
  table()
    .tagFollow.create({ userId: reader.userId, tag, followId: newId("follow"), createdAt: now() })
    .go()

describe("a home feed", () => {
  it(
    "has the posts of whom one follows and one's own, the newest first, and nobody else's",
    slow,
    async () => {
      const [ada, ben] = await pair()
      const eve = await given.person()
      await given.follow(ada, ben)
      await settle()
      const first = await writtenPost(ben)
      await writtenPost(eve)
      const own = await writtenPost(ada)
      const last = await writtenPost(ben, { audience: "followers" })
      await writtenPost(ben, { audience: "private" })
      await settle()
      expect(await idsOf(ada)).toEqual([last, own, first])
      await expect(Feed.home(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
    },
  )

  it("has a post once, however often its change arrives", async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await settle()
    const post = await writtenPost(ben)
    const records = await changes()
    await tableChanged({ Records: records })
    const before = await items()
    for (let n = 0; n < 2; n++) await tableChanged({ Records: records })
    await tableChanged({ Records: [...records].reverse() })
    expect(await items()).toEqual(before)
    expect(await idsOf(ada)).toEqual([post])
    await settle()
  })

  it("is written to the end when writing is cut off in the middle", slow, async () => {
    const ben = await given.person()
    await crowd(ben, 130)
    await settle()
    const postId = await writtenPost(ben)
    const row = await Post.postRow(postId)
    const fanOut = () => Feed.fanOut(undefined, row as Post.PostRow)
    const hangs = async () =>
      (await items()).filter(({ __edb_e__, sk }) => __edb_e__ === "feedRow" && sk === postId).length
    expect(await killedAfter(6, fanOut)).toBe(true)
    const half = await hangs()
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(131)
    await settle()
    expect(await hangs()).toBe(131)
  })

  it("passes over who was not here for a month, and is written anew when they come back", slow, async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await settle()
    await seenOn(ada, "2026-01-01")
    const missed = [await writtenPost(ben), await writtenPost(ben, { audience: "followers" })]
    await settle()
    expect(await idsOf(ada)).toEqual([])
    await table().session.patch({ sessionId: ada.sessionId }).set({ returned: true }).go()
    expect((await Feed.home({ ...ada, returned: true }, {})).items.map(({ id }) => id)).toEqual(
      missed.reverse(),
    )
    const { data: session } = await table().session.get({ sessionId: ada.sessionId }).go()
    expect(session?.returned).toBeUndefined()
  })

  it("is written anew from the stream, too, when somebody is seen again", slow, async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await seenOn(ada, "2026-01-01")
    await settle()
    const missed = await writtenPost(ben)
    await settle()
    await seenOn(ada, now().slice(0, 10))
    const records = await changes()
    await tableChanged({ Records: records })
    expect(await idsOf(ada)).toEqual([missed])
    const before = await items()
    await tableChanged({ Records: records })
    expect(await items()).toEqual(before)
  })

  it("gets the newest twenty posts of a new follow, also those of long ago", slow, async () => {
    const [ada, ben] = await pair()
    const day = 86_400_000
    const old = []
    for (let n = 60; n > 35; n--) old.push(await writtenPost(ben, { at: Date.now() - n * day }))
    const hidden = await writtenPost(ben, { audience: "private" })
    await given.follow(ada, ben)
    const records = await changes()
    await tableChanged({ Records: records })
    const before = await hanging(ada)
    expect(before.map(({ sk }) => sk)).toEqual(old.slice(-19))
    expect(before.map(({ sk }) => sk)).not.toContain(hidden)
    await tableChanged({ Records: records })
    expect(await hanging(ada)).toEqual(before)
    await settle()
  })

  it("gets the posts of a private account when it accepts, not when it is asked", slow, async () => {
    const [ada, ben] = await pair()
    const post = await writtenPost(ben, { audience: "followers" })
    await given.closed(ben)
    await Follow.follow(ada, handle(ben))
    await settle()
    expect(await hanging(ada)).toEqual([])
    await Follow.decide(ben, { userId: ada.userId, decision: "accept" })
    await settle()
    expect(await idsOf(ada)).toEqual([post])
  })

  it("loses the posts of an unfollow at once, and its rows and the note of it behind", slow, async () => {
    const [ada, ben] = await pair()
    const eve = await given.person()
    for (const whom of [ben, eve]) await given.follow(ada, whom)
    await settle()
    const [, kept] = [await writtenPost(ben), await writtenPost(eve)]
    await settle()
    await Follow.unfollow(ada, handle(ben))
    expect(await idsOf(ada)).toEqual([kept])
    expect(await hanging(ada)).toHaveLength(2)
    await settle()
    expect((await hanging(ada)).map(({ sk }) => sk)).toEqual([kept])
    expect(await notes(ada)).toEqual([])
    await given.follow(ada, ben)
    await settle()
    expect(await idsOf(ada)).toHaveLength(2)
  })

  it("keeps what was followed again before it was cleaned up", slow, async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    const post = await writtenPost(ben)
    await settle()
    await Follow.unfollow(ada, handle(ben))
    const ended = await changes()
    await given.follow(ada, ben)
    expect(await idsOf(ada)).toEqual([post])
    await settle()
    // And when its end is told late.
    await tableChanged({ Records: ended })
    expect(await idsOf(ada)).toEqual([post])
    expect(await notes(ada)).toEqual([])
  })

  it("shows nothing of who blocked, was blocked, is muted, or uses a filtered word", slow, async () => {
    const [ada, ben] = await pair()
    const tag = `fog${ada.handle}`
    await followTag(ada, tag)
    await given.follow(ada, ben)
    const eve = await given.person()
    await settle()
    await writtenPost(eve, { caption: `#${tag}` })
    await writtenPost(ben, { caption: "spiders" })
    const plain = await writtenPost(ben)
    await settle()
    expect(await idsOf(ada)).toHaveLength(3)
    await Block.block(eve, handle(ada))
    await Block.setFilters(ada, { words: ["Spider"] })
    expect(await idsOf(ada)).toEqual([plain])
    await Block.mute(ada, handle(ben))
    expect(await idsOf(ada)).toEqual([])
    await Block.unmute(ada, handle(ben))
    await Block.block(ada, handle(ben))
    expect(await idsOf(ada)).toEqual([])
    await settle()
    expect(await idsOf(ada)).toEqual([])
  })

  it("loses a post at once that is narrowed or deleted, and gets one that is opened", slow, async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await settle()
    const [one, two] = [await writtenPost(ben), await writtenPost(ben)]
    const three = await writtenPost(ben, { audience: "private" })
    await settle()
    await narrow(one, "private")
    await Post.remove(ben, { postId: two })
    expect(await idsOf(ada)).toEqual([])
    await settle()
    await narrow(three, "followers")
    await settle()
    expect(await idsOf(ada)).toEqual([three])
  })

  it("has public posts with a followed tag, and says so; not those for followers", slow, async () => {
    const [ada, ben] = await pair()
    const tag = `fog${ada.handle}`
    await followTag(ada, tag)
    await settle()
    const post = await writtenPost(ben, { caption: `Sea #${tag.toUpperCase()}` })
    await writtenPost(ben, { caption: `#${tag}`, audience: "followers" })
    await settle()
    const { items: found } = await Feed.home(ada, {})
    expect(found.map((post) => [post.id, post.tag])).toEqual([[post, tag]])
    await table().tagFollow.delete({ userId: ada.userId, tag }).go()
    await settle()
    expect(await hanging(ada)).toEqual([])
  })

  it("keeps a post of a followed author whose tag is left", async () => {
    const [ada, ben] = await pair()
    const tag = `fog${ada.handle}`
    await given.follow(ada, ben)
    await followTag(ada, tag)
    await settle()
    const post = await writtenPost(ben, { caption: `#${tag}` })
    await settle()
    await table().tagFollow.delete({ userId: ada.userId, tag }).go()
    await settle()
    expect(await idsOf(ada)).toEqual([post])
  })

  it("keeps it also when the tag was written later", async () => {
    const [ada, ben] = await pair()
    const tag = `fog${ada.handle}`
    await given.follow(ada, ben)
    await followTag(ada, tag)
    await settle()
    const post = await writtenPost(ben)
    await settle()
    await table()
      .post.patch({ postId: post })
      .set({ tags: [tag], updatedAt: now() })
      .go()
    await settle()
    expect((await Feed.home(ada, {})).items.map((post) => [post.id, post.tag])).toEqual([[post, undefined]])
  })

  it("neither repeats nor skips while posts come, go and are hidden", slow, async () => {
    const [ada, ben] = await pair()
    const eve = await given.person()
    for (const whom of [ben, eve]) await given.follow(ada, whom)
    await settle()
    const posts: string[] = []
    for (let n = 0; n < 30; n++) posts.push(await writtenPost(n % 3 ? ben : eve))
    await settle()
    const expected = [...posts].reverse().filter((_, index) => (29 - index) % 3 !== 0)
    const seen: string[] = []
    let cursor: string | undefined
    for (let round = 0; ; round++) {
      const page = await Feed.home(ada, { limit: 5, cursor })
      seen.push(...page.items.map(({ id }) => id))
      if (round === 0) await Block.block(ada, handle(eve))
      await writtenPost(ben)
      await settle()
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    const before = seen.slice(0, 5)
    expect(seen.slice(5)).toEqual(expected.filter((id) => id < (before.at(-1) ?? "")))
    await expect(Feed.home(ada, { cursor: `A${cursor?.slice(1)}` })).rejects.toMatchObject({
      code: "invalid",
    })
    const foreign = (await Feed.home(ben, { limit: 1 })).nextCursor ?? ""
    await expect(Feed.home(ada, { cursor: foreign })).rejects.toMatchObject({ code: "invalid" })
  })

  it("tells which posts are at its top", async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await settle()
    const post = await writtenPost(ben)
    await settle()
    expect(await Feed.homeTop(ada, {})).toEqual({ ids: [post] })
    await Block.mute(ada, handle(ben))
    expect(await Feed.homeTop(ada, {})).toEqual({ ids: [] })
    await Block.unmute(ada, handle(ben))
    await Block.block(ben, handle(ada))
    expect(await Feed.homeTop(ada, {})).toEqual({ ids: [] })
  })
})

const seenOn = (person: Person, day: string) =>
  table().user.patch({ userId: person.userId }).set({ seenOn: day }).go()
const notes = async (person: Person) =>
  (await items()).filter(({ pk, sk }) => pk === `USER#${person.userId}#REL` && sk.startsWith("LEFT#"))

/** So many followers, written as they are stored. */
async function crowd(of: Person, count: number) {
  const { data: row } = await table().user.get({ userId: of.userId }).go()
  if (!row) throw new Error("there is nobody to follow")
  const people = Array.from({ length: count }, () => ({ ...row, userId: newId("user") }))
  const follows = people.map(({ userId }) => ({
    followerId: userId,
    followeeId: of.userId,
    state: "active" as const,
    followId: newId("follow"),
    createdAt: now(),
  }))
  await table().user.put(people).go({ concurrent: 4 })
  await table().follow.put(follows).go({ concurrent: 4 })
}
