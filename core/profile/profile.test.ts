import { beforeAll, describe, expect, it } from "vitest"
import { spent } from "../../testing/budget"
import { given, type Person, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Follow } from "../follow"
import { Post } from "../post"
import { Profile } from "./index"

const handle = (person: Person) => ({ handle: person.handle })
const suggested = async (to: Person, limit?: number) =>
  (await Profile.suggestions(to, { limit })).items.map(({ id, followedBy }) => [id, followedBy])

describe("a profile", () => {
  it("says how its person stands to who asks", slow, async () => {
    const [ada, ben] = [await given.person(), await given.person()]
    const none = { own: false, follows: false, requested: false, followsYou: false, muted: false }
    expect((await Profile.get(visitor(), handle(ben))).viewer).toEqual(none)
    expect((await Profile.get(ben, handle(ben))).viewer).toEqual({ ...none, own: true })
    await given.follow(ada, ben)
    expect((await Profile.get(ada, handle(ben))).viewer).toEqual({ ...none, follows: true })
    expect(await Profile.get(ben, handle(ada))).toMatchObject({
      viewer: { ...none, followsYou: true },
      counts: { followers: 0, following: 1 },
    })
  })

  it("of a private account shows its head to all and its posts to who follows", slow, async () => {
    const [ada, ben, eve] = [await given.person(), await given.person(), await given.person()]
    await given.post(ben)
    await given.closed(ben)
    await given.follow(ada, ben)
    await Follow.follow(eve, handle(ben))
    const seen = async (as: Person | ReturnType<typeof visitor>) => {
      const { postsVisible, counts } = await Profile.get(as, handle(ben))
      const { items, nextCursor } = await Post.byUser(as, handle(ben))
      return [postsVisible, items.length, nextCursor, counts.posts]
    }
    expect(await seen(ada)).toEqual([true, 1, null, 1])
    expect(await seen(ben)).toEqual([true, 1, null, 1])
    expect(await seen(eve)).toEqual([false, 0, null, 1])
    expect(await seen(visitor())).toEqual([false, 0, null, 1])
  })
})

describe("suggestions", () => {
  let me: Person
  let friends: Person[]
  beforeAll(async () => {
    me = await given.person()
    friends = await Promise.all(Array.from({ length: 3 }, () => given.person()))
    for (const friend of friends) await given.follow(me, friend)
  })

  it(
    "are the people whom most of those one follows follow, and nobody one has to do with",
    slow,
    async () => {
      const [known, less, blocked, muted, asked] = await Promise.all(
        Array.from({ length: 5 }, () => given.person()),
      )
      const [one, two, three] = friends as [Person, Person, Person]
      const others = [known, blocked, muted, asked] as Person[]
      await given.closed(asked as Person)
      for (const friend of [one, two, three]) for (const other of others) await given.follow(friend, other)
      await given.follow(one, less as Person)
      await given.follow(one, two)
      await given.follow(one, me)
      await Block.block(me, handle(blocked as Person))
      await Block.mute(me, handle(muted as Person))
      await Follow.follow(me, handle(asked as Person))
      expect(await suggested(me)).toEqual([
        [known?.userId, 3],
        [less?.userId, 1],
      ])
      await given.follow(me, known as Person)
      expect(await suggested(me)).toEqual([[less?.userId, 1]])
    },
  )

  it("are people who posted for everybody lately for who follows nobody", slow, async () => {
    const [fresh, author, silent] = [await given.person(), await given.person(), await given.person()]
    await given.post(author)
    await given.post(author, { visibility: "private" })
    await given.post(silent, { visibility: "followers" })
    const ids = (await suggested(fresh)).map(([id]) => id)
    expect(ids).toContain(author.userId)
    expect(ids).not.toContain(silent.userId)
    expect(ids).not.toContain(fresh.userId)
    const { items } = await Profile.suggestions(fresh, {})
    expect(items.find(({ id }) => id === author.userId)?.photos).toMatchObject([{ width: 64, height: 48 }])
    await expect(Profile.suggestions(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
  })

  it("cost the same however many people one follows", slow, async () => {
    const crowd = await Promise.all(Array.from({ length: 30 }, () => given.person()))
    const many = await given.person()
    for (const one of crowd) await given.follow(many, one)
    const { requests, hops, read } = await spent(() => Profile.suggestions(many, { limit: 6 }))
    expect(requests).toBeLessThanOrEqual(40)
    expect(hops).toBeLessThanOrEqual(8)
    expect(read).toBeLessThan(60)
  })
})
