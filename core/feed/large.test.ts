import { beforeAll, describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Follow } from "../follow"
import { newId } from "../id"
import { Post } from "../post"
import { table } from "../table"
import { now } from "../time"
import { Feed } from "./index"

beforeAll(() => useSettings({ limits: { fanOutFollowers: 3 } }))

const idsOf = async (reader: Person) => (await Feed.home(reader, {})).items.map(({ id }) => id)
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => given.person()))
const isLarge = async ({ userId }: Person) =>
  (await table().userCount.get({ userId }).go()).data?.large ?? false
const hanging = async (reader: Person) =>
  (await items()).filter(({ pk, __edb_e__ }) => __edb_e__ === "feedRow" && pk === `FEED#${reader.userId}`)
const followTag = (reader: Person, tag: string) =>
  table()
    .tagFollow.create({ userId: reader.userId, tag, followId: newId("follow"), createdAt: now() })
    .go()

/** An account with four followers, one more than is written to each feed. */
async function famous(): Promise<{ star: Person; fans: Person[] }> {
  const star = await given.person()
  const fans = await crowd(4)
  for (const fan of fans) await given.follow(fan, star)
  await settle()
  expect(await isLarge(star)).toBe(true)
  return { star, fans }
}

describe("an account with more followers than feeds are written for", () => {
  it("is pulled by all who follow it, those of before and those who come, once", slow, async () => {
    const { star, fans } = await famous()
    const late = await given.person()
    await given.follow(late, star)
    await settle()
    const posts = [await writtenPost(star), await writtenPost(star, { audience: "followers" })].reverse()
    const secret = await writtenPost(star, { audience: "private" })
    await settle()
    for (const fan of [...fans, late]) {
      expect(await hanging(fan)).toEqual([])
      expect(await idsOf(fan)).toEqual(posts)
      expect((await hanging(fan)).map(({ sk }) => sk)).toEqual([...posts].reverse())
    }
    expect(await idsOf(star)).toEqual([secret, ...posts])
    const [fan] = fans as [Person]
    const before = await items()
    expect(await idsOf(fan)).toEqual(posts)
    expect(await items()).toEqual(before)
  })

  it("is announced to who looks for new posts", slow, async () => {
    const { star, fans } = await famous()
    const post = await writtenPost(star)
    await settle()
    expect(await Feed.homeTop(fans[0] as Person, {})).toEqual({ ids: [post] })
  })

  it("is large once, however often its changes arrive", slow, async () => {
    const star = await given.person()
    const fans = await crowd(4)
    for (const fan of fans) await given.follow(fan, star)
    const records = await changes()
    await tableChanged({ Records: records })
    await settle()
    const before = await items()
    await tableChanged({ Records: records })
    await tableChanged({ Records: [...records].reverse() })
    expect(await items()).toEqual(before)
  })

  it(
    "stays large a little below the limit, and is written to feeds again well below it, with nothing lost",
    slow,
    async () => {
      const { star, fans } = await famous()
      const [one, two, three, four] = fans as [Person, Person, Person, Person]
      const pulled = await writtenPost(star)
      await Follow.unfollow(four, { handle: star.handle })
      await settle()
      expect(await isLarge(star)).toBe(true)
      await Follow.unfollow(three, { handle: star.handle })
      await settle()
      expect(await isLarge(star)).toBe(false)
      const written = await writtenPost(star)
      await settle()
      expect((await hanging(one)).map(({ sk }) => sk)).toEqual([written])
      expect(await idsOf(one)).toEqual([written, pulled])
      expect(await idsOf(two)).toEqual([written, pulled])
      expect(await idsOf(four)).toEqual([])
    },
  )

  it("leaves the feed of who unfollows it, also when it posts again", slow, async () => {
    const { star, fans } = await famous()
    const [fan] = fans as [Person]
    await writtenPost(star)
    expect(await idsOf(fan)).toHaveLength(1)
    await Follow.unfollow(fan, { handle: star.handle })
    expect(await idsOf(fan)).toEqual([])
    await settle()
    await writtenPost(star)
    await settle()
    expect(await idsOf(fan)).toEqual([])
    expect(await hanging(fan)).toEqual([])
  })

  it("may have deleted its newest post", slow, async () => {
    const { star, fans } = await famous()
    const [kept, gone] = [await writtenPost(star), await writtenPost(star)]
    await Post.remove(star, { postId: gone })
    expect(await idsOf(fans[0] as Person)).toEqual([kept])
    expect(await idsOf(fans[0] as Person)).toEqual([kept])
  })
})

describe("a tag with more followers than feeds are written for", () => {
  it("is pulled by all who follow it", slow, async () => {
    const readers = await crowd(4)
    const [ada] = readers as [Person]
    for (const reader of readers) await followTag(reader, "fog")
    await table().tag.create({ tag: "fog", label: "fog", followers: 4 }).go()
    await settle()
    const [ben, friend] = (await crowd(2)) as [Person, Person]
    await given.follow(ada, friend)
    await settle()
    const [post, known] = [
      await writtenPost(ben, { caption: "#fog" }),
      await writtenPost(friend, { caption: "#fog" }),
    ]
    for (const [by, postId] of [
      [ben, post],
      [friend, known],
    ] as const)
      await table().tagRow.put({ tag: "fog", postId, userId: by.userId }).go()
    await table().tag.patch({ tag: "fog" }).set({ newestPostId: known }).go()
    await settle()
    expect((await hanging(ada)).map(({ sk }) => sk)).toEqual([known])
    const { items: found } = await Feed.home(ada, {})
    expect(found.map(({ id, tag }) => [id, tag])).toEqual([
      [known, undefined],
      [post, "fog"],
    ])
  })
})
