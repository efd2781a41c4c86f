import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb"
import { beforeAll, describe, expect, it } from "vitest"
import { api } from "../../testing/api"
import { spent } from "../../testing/budget"
import { settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { hung, writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { config } from "../config"
import { newId } from "../id"
import { table } from "../table"
import { dynamo } from "../table/client"
import { now } from "../time"

/**
 * What a page of twenty posts by twenty authors may cost, whoever reads it: in units of reading, the session and what
 * stands between people a whole one each (they have to be up to date); the feed's rows one; 20 posts, authors and
 * counters half a unit each; likes and bookmarks half a unit each.
 */
const budget = { hops: 4, read: 35 }

let posts: { postId: string; authorId: string }[]
beforeAll(async () => {
  useSettings({ limits: { fanOutFollowers: 10 } })
  posts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const author = await given.person()
      return { postId: await writtenPost(author), authorId: author.userId }
    }),
  )
  await settle()
})

/** Somebody who follows so many accounts, written as they are stored. */
async function following(count: number): Promise<Person> {
  const { userId: followerId, ...person } = await given.person()
  const follows = Array.from({ length: count }, (_, n) => ({
    followerId,
    followeeId: posts[n]?.authorId ?? newId("user"),
    state: "active" as const,
    followId: newId("follow"),
    createdAt: now(),
  }))
  await table().follow.put(follows).go({ concurrent: 8 })
  return { ...person, userId: followerId }
}

/** Fills the table with so many older posts, as they are stored. */
async function crowd(count: number) {
  const [{ postId } = { postId: "" }] = posts
  const model = (await items()).find((item) => item.__edb_e__ === "post" && item.postId === postId)
  const text = JSON.stringify(model)
  const older = () => JSON.parse(text.replaceAll(postId, `pst_01ARZ3NDEK${newId("post").slice(-16)}`))
  for (let left = count; left > 0; left -= 25) {
    const Items = Array.from({ length: Math.min(left, 25) }, () => ({ PutRequest: { Item: older() } }))
    await dynamo.send(new BatchWriteCommand({ RequestItems: { [config.tableName]: Items } }))
  }
}

const page = async (reader: Person) => {
  const { result, ...cost } = await spent(() => api("GET /api/feed/home?limit=20", { as: reader }))
  const { items } = result.body as { items: unknown[] }
  return { shown: items.length, hops: cost.hops, requests: cost.requests, read: cost.read, write: cost.write }
}

describe("a page of the home feed", { timeout: 240_000 }, () => {
  it("stays within its budget, and costs the same for who follows 20 and 10,000 people", async () => {
    const [few, many] = [await following(20), await following(10_000)]
    for (const reader of [few, many]) await hung(reader, posts)
    const costs = [await page(few), await page(many)]
    expect(costs[0]).toEqual(costs[1])
    expect(costs[0]).toMatchObject({ shown: 20, write: 0 })
    expect(costs[0]?.read).toBeLessThanOrEqual(budget.read)
    expect(costs[0]?.hops).toBeLessThanOrEqual(budget.hops)
    expect(costs[0]?.requests).toBeLessThanOrEqual(9)
  })

  it("costs the same with 20 rows below it and with 1,000", async () => {
    const [short, long] = [await following(20), await following(20)]
    const older = Array.from({ length: 1000 }, (_, n) => ({
      postId: `pst_01ARZ3NDEKTSV4RRFFQ6${String(n).padStart(6, "0")}`,
      authorId: newId("user"),
    }))
    for (const reader of [short, long]) await hung(reader, posts)
    await hung(short, older.slice(0, 20))
    await hung(long, older)
    expect(await page(long)).toEqual(await page(short))
  })

  it("costs a query and a batch more for who follows large accounts, while there is nothing new", async () => {
    const reader = await following(20)
    await hung(reader, posts)
    const { read } = await page(reader)
    const large = await Promise.all(Array.from({ length: 10 }, () => given.person()))
    await table()
      .largeFollow.put(
        large.map(({ userId }) => ({ userId: reader.userId, kind: "USER" as const, source: userId })),
      )
      .go()
    await table().relation.put({ userId: reader.userId, kind: "LARGE", target: "-", createdAt: now() }).go()
    const cost = await page(reader)
    // Side by side with the page: steps of two chains are not told apart by counting.
    expect(cost.read).toBeLessThanOrEqual(read + 0.5 + 10 * 0.5)
    expect(cost).toMatchObject({ shown: 20, write: 0 })
  })

  it("costs the same with a hundred posts in the table and with 3,000, as explore does", async () => {
    const reader = await following(20)
    await hung(reader, posts)
    const explore = async () => {
      const { result, requests, read } = await spent(() => api("GET /api/feed/explore", { as: reader }))
      return { shown: (result.body as { items: unknown[] }).items.length, requests, read }
    }
    await crowd(100)
    const before = [await page(reader), await explore()]
    expect(before[0]).toMatchObject({ shown: 20 })
    await crowd(2_900)
    expect([await page(reader), await explore()]).toEqual(before)
  })

  it("asks cheaply whether there is something new", async () => {
    const reader = await following(20)
    await hung(reader, posts)
    const cost = await spent(() => api("GET /api/feed/home/new", { as: reader }))
    expect((cost.result.body as { ids: string[] }).ids).toHaveLength(20)
    expect(cost).toMatchObject({ requests: 4, write: 0 })
    expect(cost.read).toBeLessThanOrEqual(4.5)
  })
})
