import type { DynamoDBRecord } from "aws-lambda"
import { beforeAll, expect, it } from "vitest"
import { Notification } from "../core/notification"
import { deliverBatch, maxTries } from "../local/events/stream-batch"
import { changes, settle } from "../testing/events"
import { given, type Person } from "../testing/given"
import { writtenPost } from "../testing/posts"
import { slow } from "../testing/slow"
import { written } from "../testing/written"
import { handler } from "./table-changed"

let people: Person[]
beforeAll(async () => {
  people = await Promise.all(Array.from({ length: 9 }, () => given.person()))
})

const idOf = (record: DynamoDBRecord | undefined) => record?.dynamodb?.SequenceNumber ?? ""

/** Nine likes of a photo, with a record in their midst from which nothing can follow, however often it is tried. */
async function tenRecords() {
  const ada = await given.person()
  await settle()
  const photo = { postId: await writtenPost(ada), author: ada }
  await settle()
  for (const person of people) await written.like(person, photo)
  const likes = await changes()
  const poison: DynamoDBRecord = {
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber: `${idOf(likes[4])}5`,
      NewImage: { __edb_e__: { S: "oneTimeToken" }, purpose: { S: "nothing known" } },
    },
  }
  const told = async () => {
    const { items } = await Notification.list(ada, {})
    return items.reduce((sum, { actors, others }) => sum + actors.length + others, 0)
  }
  return { records: [...likes.slice(0, 5), poison, ...likes.slice(5)], poison, told }
}

it(
  "of ten records with one that is poison, that one alone is reported, and nothing after it is done (check 7)",
  slow,
  async () => {
    const { records, poison, told } = await tenRecords()
    expect(records).toHaveLength(10)
    expect(await handler({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: idOf(poison) }],
    })
    expect(await told()).toBe(5)
    // As the stream does: it begins again with the one that was reported.
    expect(await handler({ Records: records.slice(5) })).toEqual({
      batchItemFailures: [{ itemIdentifier: idOf(poison) }],
    })
    expect(await handler({ Records: records.slice(6) })).toEqual({ batchItemFailures: [] })
    expect(await told()).toBe(9)
  },
)

it.each(["reported", "thrown"])(
  "a poison record that is %s ends with the dead letters alone, and later ones flow (check 11)",
  slow,
  async (how) => {
    const { records, poison, told } = await tenRecords()
    const buried: { id: string; tries: number }[] = []
    const advanced: string[] = []
    await deliverBatch(records, {
      invoke: async (event) => {
        const answer = await handler(event)
        if (how === "thrown" && answer.batchItemFailures.length > 0) throw new Error("the function ended")
        return answer
      },
      advance: async (record) => void advanced.push(idOf(record)),
      bury: async (record, _, tries) => void buried.push({ id: idOf(record), tries }),
      report: () => {},
      signal: new AbortController().signal,
      retryMs: 1,
    })
    expect(buried).toEqual([{ id: idOf(poison), tries: maxTries }])
    expect(advanced.at(-1)).toBe(idOf(records.at(-1)))
    expect(await told()).toBe(9)
  },
)
