import { beforeAll, describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Relation } from "../relation"
import { User } from "../user"
import { Follow } from "./index"

let ada: Person
let ben: Person
beforeAll(async () => {
  useSettings({ limits: { followsPerDay: 30 } })
  ;[ada, ben] = await Promise.all([given.person(), given.person()])
})

const countsOf = async (person: Person) => {
  const { followers, following } = (await User.me(person, {})).counts
  return { followers, following }
}
const tie = async (by: Person, whom: Person) => (await Follow.ties(by, [whom.userId]))(whom.userId)
const hasLeft = async (by: Person, whom: Person) => (await Relation.of(by)).left.has(whom.userId)
const names = async (list: typeof Follow.followers, as: Person, of: Person) =>
  (await list(as, { handle: of.handle })).items.map(({ id }) => id)

describe("following", () => {
  it("is counted once on both sides, however often it is done and undone", async () => {
    const [by, whom] = [await given.person(), await given.person()]
    const handle = { handle: whom.handle }
    for (let n = 0; n < 3; n++) expect(await Follow.follow(by, handle)).toEqual({ state: "following" })
    expect([await countsOf(by), await countsOf(whom)]).toEqual([
      { followers: 0, following: 1 },
      { followers: 1, following: 0 },
    ])
    expect(await tie(by, whom)).toMatchObject({ follows: true, requested: false, followsYou: false })
    expect(await tie(whom, by)).toMatchObject({ follows: false, followsYou: true })
    expect(await names(Follow.followers, whom, whom)).toEqual([by.userId])
    expect(await names(Follow.following, whom, by)).toEqual([whom.userId])

    for (let n = 0; n < 3; n++) await Follow.unfollow(by, handle)
    expect([await countsOf(by), await countsOf(whom)]).toEqual([
      { followers: 0, following: 0 },
      { followers: 0, following: 0 },
    ])
    expect(await names(Follow.followers, whom, whom)).toEqual([])
  })

  it("leaves the author's posts out of the feed from the moment it ends, until it begins again", async () => {
    const [by, whom] = [await given.person(), await given.person()]
    await Follow.follow(by, { handle: whom.handle })
    expect(await hasLeft(by, whom)).toBe(false)
    await Follow.unfollow(by, { handle: whom.handle })
    expect([await hasLeft(by, whom), await hasLeft(whom, by)]).toEqual([true, false])
    await Follow.follow(by, { handle: whom.handle })
    expect(await hasLeft(by, whom)).toBe(false)
  })

  it("is not for visitors, not of oneself and not of nobody", async () => {
    const of = (person: Person) => ({ handle: person.handle })
    await expect(Follow.follow(visitor(), of(ben))).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(Follow.follow(ada, of(ada))).rejects.toMatchObject({ reason: "follow_self" })
    await expect(Follow.follow(ada, { handle: "nobody_at_all" })).rejects.toMatchObject({ code: "not_found" })
    expect(await countsOf(ada)).toEqual({ followers: 0, following: 0 })
  })

  it("has a bound a day, which repeating does not use up", slow, async () => {
    const by = await given.person()
    const many = await Promise.all(Array.from({ length: 31 }, () => given.person()))
    for (const { handle } of many.slice(0, 30)) await Follow.follow(by, { handle })
    const [first, last] = [many[0] as Person, many[30] as Person]
    await Follow.follow(by, { handle: first.handle })
    const refusal = { code: "rate_limited", reason: "follows_a_day", retryAfter: expect.any(Number) }
    await expect(Follow.follow(by, { handle: last.handle })).rejects.toMatchObject(refusal)
    expect((await countsOf(by)).following).toBe(30)
  })

  it(
    "keeps counters equal to the sets when 20 people follow and unfollow each other at once",
    slow,
    async () => {
      const people = await Promise.all(Array.from({ length: 20 }, () => given.person()))
      const stars = people.slice(0, 4)
      const acts = people.flatMap((by) =>
        stars
          .filter((star) => star !== by)
          .flatMap((star) =>
            [Follow.follow, Follow.unfollow, Follow.follow].map((act) => ({ by, star, act })),
          ),
      )
      const shuffled = acts
        .map((act, n) => ({ act, at: (n * 7919) % acts.length }))
        .sort((a, b) => a.at - b.at)
      await Promise.all(shuffled.map(({ act: { by, star, act } }) => act(by, { handle: star.handle })))
      for (const person of people) {
        const { items } = await Follow.following(person, { handle: person.handle, limit: 50 })
        const followers = await Follow.followers(person, { handle: person.handle, limit: 50 })
        expect(await countsOf(person)).toEqual({ following: items.length, followers: followers.items.length })
      }
      const reached = await Promise.all(stars.map(async (star) => (await countsOf(star)).followers))
      expect(Math.max(...reached)).toBeGreaterThan(0)
    },
  )
})

describe("a private account", () => {
  it("is asked, and counts nobody before it accepts", async () => {
    const [by, whom] = [await given.person(), await given.closed(await given.person())]
    expect(await Follow.follow(by, { handle: whom.handle })).toEqual({ state: "requested" })
    expect(await Follow.follow(by, { handle: whom.handle })).toEqual({ state: "requested" })
    expect(await tie(by, whom)).toMatchObject({ follows: false, requested: true })
    expect(await countsOf(whom)).toEqual({ followers: 0, following: 0 })
    expect(await Follow.seesPostsOf(by, { userId: whom.userId, private: true })).toBe(false)

    const { items } = await Follow.requests(whom, {})
    expect(items).toMatchObject([{ id: by.userId, requestedAt: expect.any(String) }])
    await Follow.decide(whom, { userId: by.userId, decision: "accept" })
    await Follow.decide(whom, { userId: by.userId, decision: "accept" })
    expect(await tie(by, whom)).toMatchObject({ follows: true, requested: false })
    expect([await countsOf(by), await countsOf(whom)]).toEqual([
      { followers: 0, following: 1 },
      { followers: 1, following: 0 },
    ])
    expect((await Follow.requests(whom, {})).items).toEqual([])
    expect(await Follow.seesPostsOf(by, { userId: whom.userId, private: true })).toBe(true)
  })

  it("declines without a trace, and may be asked again", async () => {
    const [by, whom] = [await given.person(), await given.closed(await given.person())]
    await Follow.follow(by, { handle: whom.handle })
    await Follow.decide(whom, { userId: by.userId, decision: "decline" })
    expect(await tie(by, whom)).toMatchObject({ follows: false, requested: false })
    const again = Follow.decide(whom, { userId: by.userId, decision: "decline" })
    await expect(again).rejects.toMatchObject({ code: "not_found" })
    expect(await Follow.follow(by, { handle: whom.handle })).toEqual({ state: "requested" })
    await Follow.unfollow(by, { handle: whom.handle })
    expect((await Follow.requests(whom, {})).items).toEqual([])
    expect([await hasLeft(by, whom), await countsOf(by)]).toEqual([false, { followers: 0, following: 0 }])
  })

  it("shows its lists to who follows it alone", slow, async () => {
    const [fan, whom] = [await given.person(), await given.closed(await given.person())]
    await given.follow(fan, whom)
    await given.follow(whom, fan)
    for (const list of [Follow.followers, Follow.following]) {
      expect(await names(list, fan, whom)).toEqual([fan.userId])
      expect(await names(list, whom, whom)).toEqual([fan.userId])
      for (const other of [ada, visitor()]) {
        await expect(list(other, { handle: whom.handle })).rejects.toMatchObject({ code: "not_found" })
      }
    }
    // Whoever only asked is not in the lists of either.
    await Follow.follow(ada, { handle: whom.handle })
    expect(await names(Follow.followers, whom, whom)).toEqual([fan.userId])
    expect(await names(Follow.following, ada, ada)).toEqual([])
  })

  it("takes a follower away, who then sees nothing more", async () => {
    const [fan, whom] = [await given.person(), await given.closed(await given.person())]
    await given.follow(fan, whom)
    await Follow.removeFollower(whom, { handle: fan.handle })
    expect(await Follow.seesPostsOf(fan, { userId: whom.userId, private: true })).toBe(false)
    expect([await countsOf(fan), await countsOf(whom)]).toEqual([
      { followers: 0, following: 0 },
      { followers: 0, following: 0 },
    ])
    expect(await hasLeft(fan, whom)).toBe(true)
  })

  it("that is closed in the middle of a follow is asked instead", async () => {
    const [by, whom] = [await given.person(), await given.person()]
    const state = await justBefore(
      "TransactWriteItemsCommand",
      () => given.closed(whom),
      () => Follow.follow(by, { handle: whom.handle }),
    )
    expect([state, await countsOf(whom)]).toEqual([{ state: "requested" }, { followers: 0, following: 0 }])
  })

  it(
    "that is opened to all accepts who waits, once, also when it is cut off in the middle",
    slow,
    async () => {
      const whom = await given.closed(await given.person())
      const waiting = await Promise.all(Array.from({ length: 12 }, () => given.person()))
      for (const by of waiting) await Follow.follow(by, { handle: whom.handle })
      await settle()
      await given.closed(whom, false)
      let accepted = 0
      const cutOff = during(
        ({ name }, next) => {
          if (name === "TransactWriteItemsCommand" && ++accepted > 5) throw new Error("cut off")
          return next()
        },
        () => Follow.acceptWaiting(whom.userId),
      )
      await expect(cutOff).rejects.toThrow("cut off")
      expect((await countsOf(whom)).followers).toBe(5)
      await settle()
      await Follow.acceptWaiting(whom.userId)
      expect(await countsOf(whom)).toEqual({ followers: 12, following: 0 })
      expect((await Follow.requests(whom, {})).items).toEqual([])
    },
  )

  it("that is closed again before anybody was accepted accepts nobody", async () => {
    const [by, whom] = [await given.person(), await given.closed(await given.person())]
    await Follow.follow(by, { handle: whom.handle })
    await given.closed(whom, false)
    await given.closed(whom)
    await settle()
    expect(await tie(by, whom)).toMatchObject({ follows: false, requested: true })
  })
})
