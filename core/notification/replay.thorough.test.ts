import type { DynamoDBRecord } from "aws-lambda"
import { beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { killedEverywhere } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { type Item, items } from "../../testing/rows"
import { written } from "../../testing/written"
import { Follow } from "../follow"
import { table } from "../table"
import { Notification } from "./index"

let ada: Person
let people: Person[]
beforeAll(async () => {
  people = await Promise.all(Array.from({ length: 12 }, () => given.person()))
})

/** Everything stored of whom one tells what, the same however it came about. */
async function stored(): Promise<Item[]> {
  const rows = (await items()).filter(({ pk }) => pk.startsWith("NOTIF#"))
  return rows.sort((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1))
}

/** What is told to whom, without when and in which order it was told. */
const told = async () =>
  (await stored()).map(({ pk, __edb_e__, topic, count, actors, factId }) =>
    JSON.stringify([pk, __edb_e__, topic, count, [...((actors as string[]) ?? [])].sort(), factId]),
  )

/** Delivers records until none fails, as the stream does. */
async function deliver(Records: DynamoDBRecord[]): Promise<void> {
  for (let left = Records; left.length > 0; ) {
    const [failure] = (await handler({ Records: left })).batchItemFailures
    if (!failure) return
    left = left.slice(left.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failure.itemIdentifier))
  }
}

/** People come and go around a photo: made, changed and taken back, each kind of it. @returns what the stream says */
async function commotion(): Promise<DynamoDBRecord[]> {
  const [bo, cleo, dan, eve] = people as [Person, Person, Person, Person]
  ada = await given.person()
  await settle()
  const photo = { postId: await writtenPost(ada, { caption: `With @${bo.handle}` }), author: ada }
  for (const person of people) await written.like(person, photo)
  for (const person of [cleo, dan]) await written.unlike(person, photo)
  await written.like(cleo, photo)
  const comment = await written.comment(bo, photo, `Hm, @${eve.handle}`)
  await written.commentLike(ada, comment)
  await written.reply(dan, comment, photo, "Yes")
  await table().comment.patch({ postId: photo.postId, commentId: comment.commentId }).set({ text: "Ah" }).go()
  const other = await written.comment(cleo, photo, "No")
  await table().comment.delete({ postId: photo.postId, commentId: other.commentId }).go()
  for (const person of [bo, cleo]) await Follow.follow(person, { handle: ada.handle })
  await Follow.unfollow(cleo, { handle: ada.handle })
  await given.closed(ada)
  for (const person of [cleo, dan]) await Follow.follow(person, { handle: ada.handle })
  const records = await changes()
  // Accepted by hand, so that nothing of it is delivered yet.
  await Follow.decide(ada, { userId: cleo.userId, decision: "accept" })
  await table().post.patch({ postId: photo.postId }).set({ caption: "Alone" }).go()
  return [...records, ...(await changes())]
}

const expected = [
  ["like", 11],
  ["comment", 1],
  ["comment", 1],
  ["follow", 1],
  ["request", 1],
]
const summary = async () => {
  await settle()
  const { items: list } = await Notification.list(ada, {})
  return list
    .map(({ kind, actors, others }) => [kind, actors.length + others])
    .sort()
    .reverse()
}

describe("a stream", () => {
  it("replayed from the beginning, in other batches, tells nothing twice (check 10)", async () => {
    const records = await commotion()
    await deliver(records)
    await settle()
    const end = await stored()
    expect(await summary()).toEqual([...expected].sort().reverse())
    for (const size of [records.length, 1, 3]) {
      for (let at = 0; at < records.length; at += size) await deliver(records.slice(at, at + size))
    }
    // Days late, in any order.
    for (const record of [...records].reverse()) await deliver([record])
    await settle()
    expect(await stored()).toEqual(end)
  })

  it("out of order tells the same as in order", async () => {
    const records = await commotion()
    const before = new Set(await told())
    for (const record of [...records].reverse()) await deliver([record])
    await settle()
    const backwards = (await told()).filter((row) => !before.has(row))
    expect(await summary()).toEqual([...expected].sort().reverse())
    await deliver(records)
    expect((await told()).filter((row) => !before.has(row))).toEqual(backwards)
  })

  it("in several shards at once counts everybody once", async () => {
    ada = await given.person()
    await settle()
    const photo = { postId: await writtenPost(ada), author: ada }
    for (const person of people) await written.like(person, photo)
    const records = await changes()
    await Promise.all([...records, ...records].map((record) => deliver([record])))
    await settle()
    expect(await summary()).toEqual([["like", 12]])
    for (const person of people.slice(0, 6)) await written.unlike(person, photo)
    const undone = await changes()
    await Promise.all([...undone, ...records].map((record) => deliver([record])))
    await settle()
    expect(await summary()).toEqual([["like", 6]])
  })

  it("that is cut off anywhere, and goes on, tells everything once", async () => {
    const [bo, cleo] = people as [Person, Person]
    const kills = await killedEverywhere(async (killed) => {
      ada = await given.person()
      await settle()
      const photo = { postId: await writtenPost(ada), author: ada }
      await written.like(bo, photo)
      await written.like(cleo, photo)
      await written.unlike(bo, photo)
      const Records = (await changes()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.endsWith("#LIKES"))
      await killed(async () => {
        if ((await handler({ Records })).batchItemFailures.length > 0) throw new Error("failed")
      })
      await deliver(Records)
      expect(await summary()).toEqual([["like", 1]])
    })
    expect(kills).toBeGreaterThan(10)
  }, 60_000)
})
