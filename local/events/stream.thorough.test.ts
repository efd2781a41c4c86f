import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb"
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest"
import { deliverStream } from "../deliveries"
import { startDynamo } from "../dynamo"
import { scrubEnvironment } from "../environment"
import { region, tableName } from "../names"
import { freePort } from "../port"
import { ensureTable } from "../table"
import { eventually, temporaryFolder } from "../test-kit"

const credentials = { accessKeyId: "local", secretAccessKey: "local" }

beforeAll(() => scrubEnvironment())
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {})
  vi.spyOn(console, "error").mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** A table of its own, and a delivery of its stream that can be ended and begun again. */
async function given({ watched = true } = {}) {
  const dataDir = await temporaryFolder()
  const dynamo = await startDynamo({ port: await freePort(), dataDir })
  const client = new DynamoDBClient({ region, credentials, endpoint: dynamo.url })
  const streamArn = await ensureTable(client, tableName)
  onTestFinished(async () => {
    client.destroy()
    await dynamo.program.stop()
  })
  const item = (pk: string) => ({
    TableName: tableName,
    Item: { pk: { S: pk }, sk: { S: "S" }, bytes: { B: Buffer.from("hi") }, at: { N: "1" } },
  })
  return {
    dataDir,
    put: (pk: string) => client.send(new PutItemCommand(item(pk))),
    putTogether: (...pks: string[]) =>
      client.send(new TransactWriteItemsCommand({ TransactItems: pks.map((pk) => ({ Put: item(pk) })) })),
    deliverTo(invoke: (event: DynamoDBStreamEvent) => unknown) {
      const stopping = new AbortController()
      const ended = deliverStream({
        dataDir,
        services: { credentials, streamArn, dynamo: watched ? dynamo : { url: dynamo.url } },
        target: { invoke: async (event) => invoke(event as DynamoDBStreamEvent) },
        signal: stopping.signal,
        retryMs: 1,
      })
      const stop = async () => {
        stopping.abort()
        await ended
      }
      onTestFinished(stop)
      return stop
    },
  }
}

const checkpointed = async (dataDir: string) => {
  const { shards } = JSON.parse(await readFile(path.join(dataDir, "checkpoint.json"), "utf8"))
  return Object.values(shards)[0]
}
const keyOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.pk?.S ?? ""

describe("the table's stream", () => {
  test("arrives in order, from the beginning, in the shape that Lambda gives", async () => {
    const { put, putTogether, deliverTo } = await given()
    await put("before")
    const records: DynamoDBRecord[] = []
    deliverTo((event) => void records.push(...event.Records))
    await eventually(() => expect(records).toHaveLength(1))
    await put("after")
    await putTogether("x", "y")
    await eventually(() => expect(records).toHaveLength(4))
    expect(records.map(keyOf).slice(0, 2)).toEqual(["before", "after"])
    const [first] = records
    expect(first).toEqual({
      eventID: expect.any(String),
      eventName: "INSERT",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "us-east-1",
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:\d+:table\/.*\/stream\//),
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: "before" }, sk: { S: "S" } },
        NewImage: { pk: { S: "before" }, sk: { S: "S" }, bytes: { B: "aGk=" }, at: { N: "1" } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        SizeBytes: expect.any(Number),
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    })
  })

  test("reaches an idle reader at once", async () => {
    const { put, deliverTo } = await given()
    let arrived = (_: number) => {}
    deliverTo(() => arrived(performance.now()))
    const waits: number[] = []
    for (const pk of ["a", "b", "c", "d", "e"]) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const arrival = new Promise<number>((resolve) => {
        arrived = resolve
      })
      await put(pk)
      const written = performance.now()
      waits.push((await arrival) - written)
    }
    expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(150)
  })

  test("arrives also where the database's files cannot be watched", async () => {
    const { put, deliverTo } = await given({ watched: false })
    const seen: string[] = []
    deliverTo(({ Records }) => void seen.push(...Records.map(keyOf)))
    for (const pk of ["a", "b"]) {
      await put(pk)
      await eventually(() => expect(seen.at(-1)).toBe(pk))
    }
  })

  test("goes on from its checkpoint, also past ten records", async () => {
    const { put, dataDir, deliverTo } = await given()
    const first: string[] = []
    const stop = deliverTo(({ Records }) => void first.push(...Records.map(keyOf)))
    for (let n = 0; n < 12; n++) await put(`a${n}`)
    await eventually(() => expect(first).toHaveLength(12))
    await eventually(async () => expect(await checkpointed(dataDir)).toBe("12"))
    await stop()
    await put("b")
    const second: string[] = []
    deliverTo(({ Records }) => void second.push(...Records.map(keyOf)))
    await eventually(() => expect(second).toContain("b"))
    expect(second).toEqual(["b"])
  })

  test("repeats what was in work when the reader ended", async () => {
    const { put, deliverTo } = await given()
    await put("a")
    let end = (_: Error) => {}
    const stuck = vi.fn(
      () =>
        new Promise((_, reject) => {
          end = reject
        }),
    )
    const stop = deliverTo(stuck)
    await eventually(() => expect(stuck).toHaveBeenCalled())
    const stopped = stop()
    end(new Error("its process was ended"))
    await stopped
    const seen: string[] = []
    deliverTo(({ Records }) => void seen.push(...Records.map(keyOf)))
    await eventually(() => expect(seen).toEqual(["a"]))
  })

  test("puts poison among the dead letters and goes on", async () => {
    const { put, dataDir, deliverTo } = await given()
    for (const pk of ["a", "poison", "b"]) await put(pk)
    const done: string[] = []
    deliverTo(({ Records }) => {
      const keys = Records.map(keyOf)
      if (keys.includes("poison")) throw new Error("cannot")
      done.push(...keys)
    })
    await eventually(() => expect(done).toEqual(["a", "b"]))
    const letters = path.join(dataDir, "dead-letters", "table-changed")
    const names = await readdir(letters)
    expect(names).toHaveLength(1)
    const letter = JSON.parse(await readFile(path.join(letters, names[0] ?? ""), "utf8"))
    expect(letter.event.Records.map(keyOf)).toEqual(["poison"])
    expect(letter).toMatchObject({ function: "table-changed", tries: 6, error: { message: "cannot" } })
  })

  test("keeps its order under load, with failures reported at random", async () => {
    const { put, deliverTo } = await given()
    const done: string[] = []
    let calls = 0
    deliverTo(({ Records }) => {
      const failing = ++calls % 3 === 0 ? Math.floor(Records.length / 2) : Records.length
      done.push(...Records.slice(0, failing).map(keyOf))
      return {
        batchItemFailures: Records.slice(failing).map((record) => ({
          itemIdentifier: record.dynamodb?.SequenceNumber,
        })),
      }
    })
    const written = Array.from({ length: 150 }, (_, n) => `k${n}`)
    for (const pk of written) await put(pk)
    await eventually(() => expect(done).toHaveLength(150))
    expect(done).toEqual(written)
  })
})
