import type { ScheduledEvent } from "aws-lambda"
import { expect, it, vi } from "vitest"
import { Draft } from "../core/draft"
import { log } from "../core/log"
import { Post } from "../core/post"
import { table } from "../core/table"
import { changes } from "../testing/events"
import { during } from "../testing/faults"
import { given } from "../testing/given"
import { slow } from "../testing/slow"
import { handler } from "./every-minute"

const event: ScheduledEvent = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-11-24T03:01:00Z",
  region: "us-east-1",
  resources: ["arn:aws:events:us-east-1:000000000000:rule/every-minute"],
  detail: {},
}

/** A draft whose time has just come. */
async function due() {
  const ada = await given.person()
  const publishAt = new Date(Date.now() + 120_000).toISOString()
  const publication = await Draft.publish(ada, { photos: [{ photoId: await given.photo(ada) }], publishAt })
  if (publication.status === "published") throw new Error("it is published")
  const { id: draftId } = publication.draft
  const past = new Date(Date.now() - 1000).toISOString()
  await table().draft.patch({ draftId }).set({ publishAt: past, queue: "SCHEDULED" }).go()
  return { ada, draftId }
}

it(
  "publishes what was scheduled and goes on with closing accounts, and tells numbers alone",
  slow,
  async () => {
    const { ada, draftId } = await due()
    const open = await given.post(ada)
    await given.closed(ada)
    await Post.beginSweep(ada.userId)
    // Nobody hears of it, and it is old enough to have been cut off.
    await changes()
    const updatedAt = new Date(Date.now() - 70_000).toISOString()
    await table().audienceSweep.patch({ userId: ada.userId }).set({ updatedAt }).go()
    const told = vi.spyOn(log, "info")
    await Promise.all([handler(event), handler(event)])
    expect((await Draft.get(ada, { draftId })).status).toBe("published")
    expect((await Post.byIds([open.id]))[0]?.audience).toBe("followers")
    const lines = told.mock.calls.filter(([message]) => message === "every minute")
    expect(lines).toContainEqual([
      "every minute",
      expect.objectContaining({ failed: 0, faults: 0, invalidations: 0, sweeps: 1 }),
    ])
  },
)

it("fails when something could not be done, so that somebody is told", slow, async () => {
  const { ada, draftId } = await due()
  const away = during(
    async ({ name }, next) => {
      if (name === "TransactWriteItemsCommand") throw new Error("the table is away")
      return next()
    },
    () => handler(event),
  )
  await expect(away).rejects.toThrow("1 scheduled posts, invalidations or escalations failed.")
  await handler(event)
  expect((await Draft.get(ada, { draftId })).status).toBe("published")
})
