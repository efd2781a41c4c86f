import { ulid } from "ulid"
import { afterEach, expect, it, vi } from "vitest"
import { given, type Person, visitor } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { slow } from "../../testing/slow"
import { Feed } from "./index"

afterEach(() => vi.useRealTimers())

const at = (time: string) => Date.parse(time)
const on = async (day: string, reader: Person) => {
  vi.useFakeTimers({ now: at(`${day}T12:00:00Z`), toFake: ["Date"] })
  return (await Feed.onThisDay(reader, {})).items.map(({ id }) => id)
}

/** Somebody who has been here since that year; only the id tells. */
async function since(year: number): Promise<Person> {
  const person = await given.person()
  const { table } = await import("../table")
  const userId = `usr_${ulid(Date.UTC(year, 0, 1))}`
  const { data: row } = await table().user.get({ userId: person.userId }).go()
  if (row)
    await table()
      .user.create({ ...row, userId })
      .go()
  await table().userCount.create({ userId }).go()
  return { ...person, userId }
}

it(
  "shows what one posted on this day in earlier years, of any audience, the newest first",
  slow,
  async () => {
    const ada = await since(2020)
    const found = [
      await writtenPost(ada, { at: at("2025-03-14T23:59:59.999Z") }),
      await writtenPost(ada, { at: at("2025-03-14T00:00:00.001Z"), audience: "private" }),
      await writtenPost(ada, { at: at("2021-03-14T10:00:00Z") }),
    ]
    for (const other of ["2025-03-13T23:59:59.999Z", "2025-03-15T00:00:00.000Z", "2026-03-14T10:00:00Z"])
      await writtenPost(ada, { at: at(other) })
    expect(await on("2026-03-14", ada)).toEqual(found)
    expect(await on("2026-03-16", ada)).toEqual([])
    await expect(Feed.onThisDay(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
  },
)

it("knows the 29th of February every fourth year", async () => {
  const ada = await since(2018)
  const [leap, first] = [
    await writtenPost(ada, { at: at("2020-02-29T10:00:00Z") }),
    await writtenPost(ada, { at: at("2023-03-01T10:00:00Z") }),
  ]
  expect(await on("2024-02-29", ada)).toEqual([leap])
  expect(await on("2024-03-01", ada)).toEqual([first])
})

it("shows nobody else's posts, and nothing to who is new", async () => {
  const [ada, ben] = [await since(2020), await given.person()]
  await writtenPost(ada, { at: at("2025-03-14T10:00:00Z") })
  expect(await on("2026-03-14", ben)).toEqual([])
})
