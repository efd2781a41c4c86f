import path from "node:path"
import { DynamoDBClient, ListTablesCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb"
import { beforeAll, describe, expect, it } from "vitest"
import { config } from "../../core/config"
import { Storage } from "../../core/storage"
import { temporaryFolder } from "../../local/test-kit"
import { given, type Person } from "../../testing/given"
import { slow } from "../../testing/slow"
import { restoreCopy, writeCopy } from "./copy"
import { restoreDrill, type Source } from "./drill"
import { deleteScratch, scratchName } from "./scratch"

const client = new DynamoDBClient({})
const live = () => config.tableName
let ada: Person
const postIds: string[] = []

beforeAll(async () => {
  ada = await given.person()
  const photo = await given.copies(ada)
  for (let i = 0; i < 104; i++) postIds.push((await given.post(ada, { photos: [await photo()] })).id)
})

/** Drills a restore that `spoil` has had its way with. */
async function drilled(
  spoil: (scratch: string) => Promise<unknown> = async () => {},
  { photos = 0, sample = 100 } = {},
) {
  const file = path.join(await temporaryFolder(), "copy.jsonl.gz")
  await writeCopy(client, live(), file)
  const source: Source = {
    name: "a copy",
    asOf: new Date(),
    async restore(into) {
      await restoreCopy(client, file, into)
      await spoil(into)
    },
  }
  const scratch = scratchName(live())
  const options = { client, live: live(), scratch, source, sample, tolerance: 0, segments: 2, photos }
  const checks = await restoreDrill({ ...options, say: () => {} })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  expect(TableNames).toContain(live())
  expect(TableNames.filter((name) => name.includes("-drill-"))).toEqual([])
  return {
    ok: checks.every((check) => check.ok !== false),
    found: Object.fromEntries(checks.map((check) => [check.name, check])),
  }
}

describe("a restore drill (check 15)", () => {
  it(
    "finds counts and 100 sampled posts equal, variants the same byte for byte, and leaves no table",
    slow,
    async () => {
      const { ok, found } = await drilled(undefined, { photos: 2 })
      expect(found["sampled posts"]).toMatchObject({ ok: true, found: "100 of 100 equal" })
      expect(found["post rows"]).toMatchObject({ ok: true, found: "105 live, 105 restored" })
      expect(found["variants rebuilt"]).toMatchObject({
        ok: true,
        found: expect.stringMatching(/^(\d+) of \1 of 2 photos equal$/),
      })
      expect(ok).toBe(true)
    },
  )

  it("goes red when the restored table is empty", slow, async () => {
    const { ok, found } = await drilled(async (scratch) => {
      await deleteScratch(client, scratch)
      const empty = path.join(await temporaryFolder(), "empty.jsonl.gz")
      const { writeFile } = await import("node:fs/promises")
      const { gzipSync } = await import("node:zlib")
      await writeFile(empty, gzipSync(""))
      await restoreCopy(client, empty, scratch)
    })
    expect(ok).toBe(false)
    expect(found["post rows"]).toMatchObject({ ok: false, found: "105 live, 0 restored" })
    expect(found["sampled posts"]).toMatchObject({
      ok: false,
      found: expect.stringContaining("0 of 100 equal"),
    })
  })

  it("goes red when rows were corrupted", slow, async () => {
    const { ok, found } = await drilled(async (scratch) => {
      for (const postId of postIds)
        await client.send(
          new UpdateItemCommand({
            TableName: scratch,
            Key: { pk: { S: `POST#${postId}` }, sk: { S: "META" } },
            UpdateExpression: "SET caption = :other",
            ExpressionAttributeValues: { ":other": { S: "other words" } },
          }),
        )
    })
    expect(ok).toBe(false)
    expect(found["post rows"]).toMatchObject({ ok: true })
    expect(found["sampled posts"]).toMatchObject({ ok: false, found: expect.stringContaining("differs") })
  })

  it("goes red when a variant in storage is another", slow, async () => {
    const photoId = await given.photo(ada)
    await given.post(ada, { photos: [photoId] })
    const [key = ""] = await Storage.keys(config.mediaBucket, Storage.variantPrefix("private", photoId))
    const bytes = await Storage.read(config.mediaBucket, key)
    await Storage.write(config.mediaBucket, key, Buffer.from("other bytes"), "image/jpeg")
    const { ok, found } = await drilled(undefined, { photos: 200, sample: 200 })
    expect(ok).toBe(false)
    expect(found["variants rebuilt"]).toMatchObject({ ok: false, found: expect.stringContaining(key) })
    await Storage.write(config.mediaBucket, key, bytes, "image/jpeg")
  })

  it("deletes nothing but a table of a drill", slow, async () => {
    await expect(deleteScratch(client, live())).rejects.toThrow("is no table of a drill")
  })
})
