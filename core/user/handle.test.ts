import { beforeAll, describe, expect, it } from "vitest"
import { justBefore } from "../../testing/faults"
import { given, type Person, password, visitor } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Account } from "../account"
import { table } from "../table"
import { epoch } from "../time"
import { NewHandle } from "./handle.schema"
import { User } from "./index"

beforeAll(() => useSettings({ limits: { signUpsPerHour: 1000, handleChangesPerWeek: 3 } }))

let count = 0
const ageConfirmed = true as const
const fresh = () => `renamed_${Date.now().toString(36)}_${count++}`
const rename = (person: Person, handle: string) => User.update(person, { handle })
const found = async (handle: string) => User.get(visitor(), { handle })
const taken = { code: "conflict", reason: "handle_taken" }

describe("a handle", () => {
  it("changes together with all else that is given, and the old one leads to the person", async () => {
    const ada = await given.person()
    const [first, second] = [fresh(), fresh()]
    expect(await User.update(ada, { handle: `@${first.toUpperCase()}`, name: "Ada" })).toMatchObject({
      handle: first,
      name: "Ada",
    })
    await rename(ada, second)
    for (const handle of [ada.handle, first, second]) {
      expect(await found(handle)).toMatchObject({ id: ada.userId, handle: second })
    }
  })

  it(
    "stays its person's for good: nobody else gets an old one, they themselves can take it back",
    slow,
    async () => {
      const [ada, eve] = [await given.person(), await given.person()]
      await rename(ada, fresh())
      await expect(rename(eve, ada.handle)).rejects.toMatchObject(taken)
      const wanted = { handle: ada.handle, email: `${fresh()}@example.com`, password, ageConfirmed }
      await expect(Account.signUp(visitor(), wanted)).rejects.toMatchObject(taken)
      expect((await found(eve.handle)).id).toBe(eve.userId)
      expect((await rename(ada, ada.handle)).handle).toBe(ada.handle)
    },
  )

  it("that was kept for somebody who never confirmed is free once that ran out, and not before", async () => {
    const [ada, handle] = [await given.person(), fresh()]
    const reserve = (seconds: number) =>
      table()
        .handle.put({ handle, expires: epoch(seconds) })
        .go()
    await reserve(60)
    await expect(rename(ada, handle)).rejects.toMatchObject(taken)
    await reserve(-60)
    await rename(ada, handle)
    const { data } = await table().handle.get({ handle }).go({ consistent: true })
    expect(data).toEqual({ handle, userId: ada.userId })
  })

  it(
    "that several people claim at once goes to exactly one, and changes nothing for the others (check 40)",
    slow,
    async () => {
      const handle = fresh()
      const people = await Promise.all(Array.from({ length: 6 }, () => given.person()))
      const joining = Array.from({ length: 3 }, () => ({
        handle,
        email: `${fresh()}@example.com`,
        password,
        ageConfirmed,
      }))
      const claims = [
        ...people.map((person) => User.update(person, { handle, bio: "mine" })),
        ...joining.map((wanted) => Account.signUp(visitor(), wanted)),
      ]
      const outcomes = await Promise.allSettled(claims)
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject(taken)
      const owner = await found(handle)
      for (const person of people) {
        const { handle: now, bio } = await User.me(person, {})
        expect([now, bio]).toEqual(person.userId === owner.id ? [handle, "mine"] : [person.handle, ""])
      }
    },
  )

  it("that is changed twice at once ends as one of the two, and its losing claim is taken back", async () => {
    const [ada, first, second] = [await given.person(), fresh(), fresh()]
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => rename(ada, second),
      () => rename(ada, first),
    )
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    expect((await User.me(ada, {})).handle).toBe(second)
    await expect(found(first)).rejects.toMatchObject({ code: "not_found" })
  })

  it("changes three times a week; what was taken anyway does not count", async () => {
    const [ada, eve] = [await given.person(), await given.person()]
    for (let i = 0; i < 5; i++) await expect(rename(ada, eve.handle)).rejects.toMatchObject(taken)
    for (let i = 0; i < 3; i++) await rename(ada, fresh())
    const now = (await User.me(ada, {})).handle
    await expect(User.update(ada, { handle: fresh(), bio: "x" })).rejects.toMatchObject({
      code: "rate_limited",
      reason: "handle_changes",
      params: { maximum: 3 },
    })
    expect(await User.update(ada, { handle: now })).toMatchObject({ handle: now, bio: "" })
  })
})

describe("a new handle", () => {
  it.each([
    "adm1n",
    "ad.min",
    "_admin_",
    "sup_port",
    "r00t",
    "AP1",
    "ａｄｍｉｎ",
    "s.e.t.t.i.n.g.s",
    "slgnln",
  ])("%s looks like one that is kept back, and is refused", (handle) => {
    expect(NewHandle.safeParse(handle).error?.issues[0]?.message).toBe("handle_reserved")
  })

  it.each(["adminton", "kitchen.window", "slow.shutter", "apiary", "rooted", "lola_10"])(
    "%s is fine",
    (handle) => {
      expect(NewHandle.parse(handle)).toBe(handle)
    },
  )
})
