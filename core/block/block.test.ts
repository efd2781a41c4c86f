import { beforeAll, describe, expect, it } from "vitest"
import { justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { AppError } from "../error"
import { Feed } from "../feed"
import { Follow } from "../follow"
import { Profile } from "../profile"
import { User } from "../user"
import { Block } from "./index"

beforeAll(() => useSettings({ limits: { blocksPerDay: 10 } }))

const pair = () => Promise.all([given.person(), given.person()])
const handle = (person: Person) => ({ handle: person.handle })
const countsOf = async (person: Person) => {
  const { followers, following } = (await User.me(person, {})).counts
  return { followers, following }
}
const nobody = { followers: 0, following: 0 }
const sees = (by: Person, whom: Person) =>
  Profile.get(by, handle(whom)).then(
    () => true,
    (error) => {
      if (error instanceof AppError && error.code === "not_found") return false
      throw error
    },
  )
const isFollowing = async (by: Person, whom: Person) =>
  (await Follow.followedAmong(by, [whom.userId])).has(whom.userId)

describe("a block", () => {
  it("makes two people invisible to each other and ends both follows, counted once", slow, async () => {
    const [ada, ben] = await pair()
    await given.follow(ada, ben)
    await given.follow(ben, ada)
    for (let n = 0; n < 3; n++) await Block.block(ada, handle(ben))
    expect([await sees(ada, ben), await sees(ben, ada)]).toEqual([false, false])
    expect([await isFollowing(ada, ben), await isFollowing(ben, ada)]).toEqual([false, false])
    expect([await countsOf(ada), await countsOf(ben)]).toEqual([nobody, nobody])
    for (const [by, whom] of [
      [ada, ben],
      [ben, ada],
    ] as const) {
      await expect(Follow.follow(by, handle(whom))).rejects.toMatchObject({ code: "not_found" })
    }
  })

  it("also takes requests back, which counted nothing", slow, async () => {
    const [ada, ben] = await pair()
    await given.closed(ada)
    await Follow.follow(ben, handle(ada))
    await given.follow(ada, ben)
    await Block.block(ada, handle(ben))
    expect((await Follow.requests(ada, {})).items).toEqual([])
    expect([await countsOf(ada), await countsOf(ben)]).toEqual([nobody, nobody])
  })

  it("ends a follow that began in the same moment", async () => {
    const [ada, ben] = await pair()
    await justBefore(
      "TransactWriteItemsCommand",
      () => Follow.follow(ben, handle(ada)),
      () => Block.block(ada, handle(ben)),
    )
    expect([await isFollowing(ben, ada), await countsOf(ada)]).toEqual([false, nobody])
  })

  it("stops a follow that was about to begin", async () => {
    const [ada, ben] = await pair()
    const follow = justBefore(
      "TransactWriteItemsCommand",
      () => Block.block(ada, handle(ben)),
      () => Follow.follow(ben, handle(ada)),
    )
    await expect(follow).rejects.toMatchObject({ code: "not_found" })
    expect([await isFollowing(ben, ada), await countsOf(ada)]).toEqual([false, nobody])
  })

  it(
    "is taken back by who made it, although they do not see the other; follows do not return",
    slow,
    async () => {
      const [ada, ben] = await pair()
      await given.follow(ben, ada)
      await Block.block(ada, handle(ben))
      await Block.unblock(ada, handle(ben))
      await Block.unblock(ada, handle(ben))
      expect([await sees(ada, ben), await sees(ben, ada)]).toEqual([true, true])
      expect([await isFollowing(ben, ada), await countsOf(ada)]).toEqual([false, nobody])
    },
  )

  it("is not felt by who is blocked: everything says that nobody is there", async () => {
    const [ada, ben] = await pair()
    await Block.block(ada, handle(ben))
    for (const act of [Block.block, Block.unblock, Block.mute, Block.unmute, Follow.removeFollower]) {
      await expect(act(ben, handle(ada))).rejects.toMatchObject({ code: "not_found" })
      await expect(act(ben, { handle: "nobody_at_all" })).rejects.toMatchObject({ code: "not_found" })
    }
    expect((await Block.blocks(ben, {})).items).toEqual([])
    expect((await Block.blocks(ada, {})).items).toMatchObject([{ id: ben.userId, since: expect.any(String) }])
  })

  it("is not for visitors and not of oneself, and has a bound a day", slow, async () => {
    const ada = await given.person()
    await expect(Block.block(visitor(), handle(ada))).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(Block.block(ada, handle(ada))).rejects.toMatchObject({ reason: "block_self" })
    const many = await Promise.all(Array.from({ length: 11 }, () => given.person()))
    for (const one of many.slice(0, 10)) await Block.block(ada, handle(one))
    const last = Block.block(ada, handle(many[10] as Person))
    await expect(last).rejects.toMatchObject({ code: "rate_limited" })
    const page = await Block.blocks(ada, { limit: 4 })
    const rest = await Block.blocks(ada, { limit: 50, cursor: page.nextCursor ?? "" })
    const listed = [...page.items, ...rest.items].map(({ id }) => id)
    expect(listed.sort()).toEqual(
      many
        .slice(0, 10)
        .map(({ userId }) => userId)
        .sort(),
    )
  })
})

describe("a mute", () => {
  it("keeps somebody's posts out of lists, not out of sight, and is nobody's business", slow, async () => {
    const [ada, ben] = await pair()
    const post = await given.post(ben)
    const inExplore = async (as: Person) =>
      (await Feed.explore(as, { limit: 50 })).items.some(({ id }) => id === post.id)
    expect(await inExplore(ada)).toBe(true)
    await Block.mute(ada, handle(ben))
    await Block.mute(ada, handle(ben))
    expect([await inExplore(ada), await sees(ada, ben), await sees(ben, ada)]).toEqual([false, true, true])
    expect((await Profile.get(ada, handle(ben))).viewer.muted).toBe(true)
    expect((await Profile.get(ben, handle(ada))).viewer.muted).toBe(false)
    expect((await Block.mutes(ada, {})).items).toMatchObject([{ id: ben.userId }])
    await Block.unmute(ada, handle(ben))
    expect([await inExplore(ada), (await Block.mutes(ada, {})).items]).toEqual([true, []])
    await expect(Block.mute(ada, handle(ada))).rejects.toMatchObject({ reason: "mute_self" })
  })
})

describe("filtered words", () => {
  it("keep posts out of lists in whatever way they are written", slow, async () => {
    const [ada, ben] = await pair()
    const post = await given.post(ben, { caption: "Ｓｐｉｄｅｒｓ of the wood" })
    const inExplore = async () =>
      (await Feed.explore(ada, { limit: 50 })).items.some(({ id }) => id === post.id)
    expect(await inExplore()).toBe(true)
    expect(await Block.setFilters(ada, { words: ["SPIDERS  of", "ｶﾒﾗ", "カメラ"] })).toEqual({
      words: ["spiders of", "カメラ"],
    })
    expect(await inExplore()).toBe(false)
    expect(await Block.setFilters(ada, { words: ["カメラ"] })).toEqual({ words: ["カメラ"] })
    expect(await Block.filters(ada, {})).toEqual({ words: ["カメラ"] })
    expect(await inExplore()).toBe(true)
    await Block.setFilters(ada, { words: [] })
    expect((await items()).filter(({ pk }) => pk === `USER#${ada.userId}#REL`)).toEqual([])
  })

  it("are at most a hundred, of 2 to 60 characters as they are compared", slow, async () => {
    const ada = await given.person()
    const words = Array.from({ length: 100 }, (_, n) => `word ${n}`)
    expect((await Block.setFilters(ada, { words })).words).toHaveLength(100)
    expect((await Block.setFilters(ada, { words: words.map((word) => `${word}!`) })).words).toHaveLength(100)
    const wrong = [["x"], ["a".repeat(61)], ["ﷺ".repeat(60)], ["two\nlines"], [...words, "one more"], ["  "]]
    for (const list of wrong) {
      await expect(Block.setFilters(ada, { words: list })).rejects.toMatchObject({ code: "invalid" })
    }
    await expect(Block.filters(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
  })
})
