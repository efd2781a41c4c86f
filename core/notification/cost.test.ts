import { beforeAll, expect, it } from "vitest"
import { handler } from "../../functions/table-changed"
import { spent } from "../../testing/budget"
import { changes, settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { slow } from "../../testing/slow"
import { written } from "../../testing/written"
import { readerOf } from "../actor"
import { table } from "../table"
import { Notification } from "./index"

let ada: Person
let people: Person[]
let photo: { postId: string; author: Person }
beforeAll(async () => {
  ada = await given.person()
  people = await Promise.all(Array.from({ length: 4 }, () => given.person()))
  for (let n = 0; n < 24; n++) {
    photo = { postId: await writtenPost(ada), author: ada }
    for (const person of people) await written.like(person, photo)
    const comment = await written.comment(people[n % 4] as Person, photo, "x".repeat(1000))
    if (n % 2) await written.reply(people[0] as Person, { ...comment, author: ada }, photo, "y".repeat(1000))
  }
  await settle()
}, 60_000)

/** As a request: what it reads for itself is read once. */
const asked = () => ({ ...ada, read: readerOf(ada.userId).read })

it("asking how many are unread is two small reads, however many there are", async () => {
  const many = await spent(() => Notification.unread(asked(), {}))
  expect(many).toMatchObject({ result: { count: 20, more: true }, requests: 2, hops: 2 })
  expect(many.read).toBeLessThanOrEqual(3)
  const none = await spent(() => Notification.unread(people[3] as Person, {}))
  expect(none).toMatchObject({ requests: 2 })
  expect(none.read).toBeLessThanOrEqual(1.5)
})

it("a page of 24 is read in three steps, and costs the same for photos that many like", slow, async () => {
  const page = await spent(() => Notification.list(asked(), {}))
  expect(page.result.items).toHaveLength(24)
  expect(page.hops).toBeLessThanOrEqual(3)
  expect(page.requests).toBeLessThanOrEqual(9)
  expect(page.read).toBeLessThanOrEqual(40)
  const { data } = await table().notification.query.byTime({ userId: ada.userId }).go({ pages: "all" })
  for (const { userId, topic, period } of data.filter(({ kind }) => kind === "like")) {
    await table().notification.patch({ userId, topic, period }).set({ count: 10_000 }).go()
  }
  const popular = await spent(() => Notification.list(asked(), {}))
  expect(popular.result.items.some(({ others }) => others === 9997)).toBe(true)
  expect([popular.requests, popular.hops]).toEqual([page.requests, page.hops])
  expect(popular.read).toBeCloseTo(page.read, 0)
})

it("telling a like costs a few reads and one transaction, however many liked before", slow, async () => {
  const cost = async () => {
    await written.like(await given.person(), photo)
    const Records = (await changes()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.endsWith("#LIKES"))
    expect(Records).toHaveLength(1)
    return spent(() => handler({ Records }))
  }
  await settle()
  const first = await cost()
  expect(first.calls.filter(({ name }) => name === "TransactWriteItems")).toHaveLength(1)
  expect(first.hops).toBeLessThanOrEqual(4)
  expect([first.read <= 8, first.write <= 12]).toEqual([true, true])
  const second = await cost()
  expect([second.requests, second.read, second.write]).toEqual([first.requests, first.read, first.write])
})
