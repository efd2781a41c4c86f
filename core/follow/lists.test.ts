import { beforeAll, describe, expect, it } from "vitest"
import { spent } from "../../testing/budget"
import { given, type Person } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Block } from "../block"
import { Profile } from "../profile"
import { Follow } from "./index"

const handle = (person: Person) => ({ handle: person.handle })
const people = (count: number) => Promise.all(Array.from({ length: count }, () => given.person()))

let me: Person
beforeAll(async () => {
  useSettings({ limits: { followsPerDay: 1000, blocksPerDay: 1000 } })
  me = await given.person()
})

type List = typeof Follow.followers

/** Reads a list page by page to its end, while something happens after each page. */
async function paged(list: List, of: Person, meanwhile: (page: number) => Promise<unknown>) {
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 1; page === 1 || cursor; page++) {
    const { items, nextCursor } = await list(me, { ...handle(of), limit: 6, cursor })
    seen.push(...items.map(({ id }) => id))
    cursor = nextCursor ?? undefined
    await meanwhile(page)
  }
  return seen
}

describe("paging through people while they follow, leave and are blocked (check 41)", () => {
  it.each([
    {
      name: "followers",
      list: Follow.followers,
      join: (star: Person, other: Person) => Follow.follow(other, handle(star)),
      leave: (star: Person, other: Person) => Follow.unfollow(other, handle(star)),
    },
    {
      name: "followed",
      list: Follow.following,
      join: (star: Person, other: Person) => Follow.follow(star, handle(other)),
      leave: (star: Person, other: Person) => Follow.unfollow(star, handle(other)),
    },
  ])("shows every one of the $name who stays once, and nobody who is blocked or gone", slow, async (of) => {
    const star = await given.person()
    const first = await people(40)
    for (const other of first) await of.join(star, other)
    const late = await people(5)
    // The lists begin with the newest: these are far down, and near the beginning.
    const [leaving, blocked, seenThenBlocked] = [first.slice(2, 5), first.slice(7, 10), first.slice(37, 40)]
    const changing = [...leaving, ...blocked, ...seenThenBlocked]

    const seen = await paged(of.list, star, async (page) => {
      const change = async (act: (person: Person) => Promise<unknown>, [person]: Person[]) =>
        person && act(person)
      const nth = (list: Person[]) => list.slice(page - 1, page)
      await change((person) => of.join(star, person), nth(late))
      await change((person) => of.leave(star, person), nth(leaving))
      await change((person) => Block.block(me, handle(person)), nth(blocked))
      await change((person) => Block.block(me, handle(person)), nth(seenThenBlocked))
    })

    expect(new Set(seen).size).toBe(seen.length)
    const staying = first.filter((person) => !changing.includes(person)).map(({ userId }) => userId)
    expect(seen).toEqual(expect.arrayContaining(staying))
    const absent = [...leaving, ...blocked].map(({ userId }) => userId)
    expect(seen.filter((id) => absent.includes(id))).toEqual([])
    // Who came while the list was read is at its beginning, which is read already.
    expect(seen.filter((id) => late.some(({ userId }) => userId === id))).toEqual([])
  })

  it("refuses a cursor that was changed or is of another list", slow, async () => {
    const [star, other] = (await people(2)) as [Person, Person]
    for (const fan of await people(3)) {
      await Follow.follow(fan, handle(star))
      await Follow.follow(fan, handle(other))
    }
    const { nextCursor } = await Follow.followers(me, { ...handle(star), limit: 1 })
    const cursor = nextCursor ?? ""
    expect((await Follow.followers(me, { ...handle(star), cursor })).items).toHaveLength(2)
    const changed = `${cursor.slice(0, -2)}${cursor.endsWith("AA") ? "BB" : "AA"}`
    await expect(Follow.followers(me, { ...handle(star), cursor: changed })).rejects.toMatchObject({
      code: "invalid",
    })
    await expect(Follow.followers(me, { ...handle(other), cursor })).rejects.toMatchObject({
      code: "invalid",
    })
    await expect(Follow.following(me, { ...handle(star), cursor })).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("what it costs", () => {
  it("is one transaction to follow, to leave and to block", async () => {
    const [by, whom] = (await people(2)) as [Person, Person]
    const writes = async (act: () => Promise<unknown>) =>
      (await spent(act)).calls.filter(({ name }) => name.startsWith("Transact")).length
    expect(await writes(() => Follow.follow(by, handle(whom)))).toBe(1)
    expect(await writes(() => Follow.unfollow(by, handle(whom)))).toBe(1)
    await Follow.follow(by, handle(whom))
    expect(await writes(() => Block.block(whom, handle(by)))).toBe(1)
  })

  it(
    "is three steps to read a profile, and four a page of followers, whatever their number",
    slow,
    async () => {
      const star = await given.person()
      for (const fan of await people(30)) await Follow.follow(fan, handle(star))
      const inOneRequest = () => ({ ...me, read: new Map() })
      const profile = await spent(() => Profile.get(inOneRequest(), handle(star)))
      expect([profile.hops, profile.requests, profile.read]).toEqual([3, 5, 5.5])
      const page = await spent(() => Follow.followers(inOneRequest(), handle(star)))
      expect(page.hops).toBeLessThanOrEqual(4)
      expect(page.requests).toBeLessThanOrEqual(6)
      expect(page.read).toBeLessThanOrEqual(40)
    },
  )
})
