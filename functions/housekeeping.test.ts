import type { ScheduledEvent } from "aws-lambda"
import { expect, it, vi } from "vitest"
import { log } from "../core/log"
import { Photo } from "../core/photo"
import { table } from "../core/table"
import { hours } from "../core/time"
import { settle } from "../testing/events"
import { given } from "../testing/given"
import { logLines, metricsIn } from "../testing/log-lines"
import { writtenPost } from "../testing/posts"
import { slow } from "../testing/slow"
import { written } from "../testing/written"
import { handler } from "./housekeeping"

const event: ScheduledEvent = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-11-24T03:00:00Z",
  region: "us-east-1",
  resources: ["arn:aws:events:us-east-1:000000000000:rule/housekeeping"],
  detail: {},
}

it("the hourly run removes what was left a day ago, and tells numbers alone", slow, async () => {
  const ada = await given.person()
  const [left, stays] = [
    await given.upload(ada, await given.jpeg()),
    await given.upload(ada, await given.jpeg()),
  ]
  const updatedAt = new Date(Date.now() - hours(25) * 1000).toISOString()
  await table().photo.patch({ photoId: left.photoId }).set({ state: "awaiting", updatedAt }).go()
  const told = vi.spyOn(log, "info")
  await handler(event)
  await settle()
  expect(await Photo.rows([left.photoId, stays.photoId])).toMatchObject([{ photoId: stays.photoId }])
  const numbers = {
    erased: 1,
    failed: 0,
    joined: 0,
    aborted: 0,
    faults: 0,
    more: false,
    duration: expect.any(Number),
  }
  expect(told.mock.calls).toContainEqual(["uploads swept", numbers])
})

it("the hourly run counts the photos that nobody processes any more", async () => {
  const ada = await given.person()
  const [stuck, fresh] = [
    await given.upload(ada, await given.jpeg()),
    await given.upload(ada, await given.jpeg()),
  ]
  const at = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
  const processing = (photoId: string, updatedAt: string) =>
    table().photo.patch({ photoId }).set({ state: "processing", updatedAt }).go()
  await processing(stuck.photoId, at(hours(1)))
  await processing(fresh.photoId, at(60))
  const { lines } = await logLines(() => handler(event))
  expect(metricsIn(lines)).toContainEqual(["PhotosStuck", 1])
})

it("the hourly run counts the counters that drifted, of a sample, and says which", async () => {
  const [ada, bob] = [await given.person(), await given.person()]
  const postId = await writtenPost(ada)
  await written.like(bob, { postId, author: ada })
  await settle()
  const drift = async () => {
    const { lines } = await logLines(() => handler(event))
    const told = lines.filter(({ message }) => message === "counter drift")
    return { measured: metricsIn(lines).find(([name]) => name === "CounterDrift")?.[1], told }
  }
  expect(await drift()).toMatchObject({
    measured: 1,
    told: [{ level: "WARN", what: postId, name: "likes", is: 0, should: 1 }],
  })
  await table().postCount.patch({ postId, shard: 0 }).add({ likes: 1 }).go()
  expect(await drift()).toEqual({ measured: 0, told: [] })
  await table().userCount.patch({ userId: ada.userId }).add({ followers: -1 }).go()
  expect(await drift()).toMatchObject({
    measured: 1,
    told: [{ what: ada.userId, name: "followers", is: -1 }],
  })
})
