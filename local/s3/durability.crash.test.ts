import { randomUUID } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { readEvents, startKillable } from "./testing/killable"
import { BUCKET } from "./testing/names"
import { clientFor, startTestServer } from "./testing/server"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "s3-durability-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = (client: S3Client, Key: string, Body: Uint8Array | string) =>
  client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }))
const read = async (client: S3Client, Key: string) => {
  const object = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
  return Buffer.from((await object.Body?.transformToByteArray()) ?? [])
}
const list = async (client: S3Client) =>
  (await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents ?? []

describe("writes to one key", () => {
  it("happen one after the other: of 100 at once, the last event's object stays", async () => {
    const s3 = await startTestServer()
    const bodies = Array.from({ length: 100 }, (_, at) => `${at}`.padStart(3, "0").repeat(1000))
    await Promise.all(bodies.map((body) => put(s3.client, "contended", body)))
    expect(s3.events).toHaveLength(100)
    const [object] = await list(s3.client)
    expect(object?.ETag).toBe(`"${s3.events.at(-1)?.s3.object.eTag}"`)
    const body = (await read(s3.client, "contended")).toString()
    expect(bodies).toContain(body)
    expect(await readdir(join(s3.dataDir, "blobs"))).toHaveLength(1)
    expect(await readdir(join(s3.dataDir, "temporary"))).toEqual([])
    await s3.restart()
    expect((await read(s3.client, "contended")).toString()).toBe(body)
    await s3.close()
  })

  it("never show a reader half an object", async () => {
    const s3 = await startTestServer()
    const bodies = ["a", "b"].map((sign) => sign.repeat(300_000))
    await put(s3.client, "swapped", bodies[0] ?? "")
    const writes = Array.from({ length: 20 }, (_, at) => put(s3.client, "swapped", bodies[at % 2] ?? ""))
    const reads = Array.from({ length: 40 }, async () => (await read(s3.client, "swapped")).toString())
    for (const seen of await Promise.all(reads)) expect(bodies.includes(seen)).toBe(true)
    await Promise.all(writes)
    await s3.close()
  })
})

describe("a start", () => {
  it("finds everything and sweeps what a killed process left", async () => {
    const s3 = await startTestServer()
    await put(s3.client, "kept", "bytes")
    await writeFile(join(s3.dataDir, "blobs", "orphan"), "left before its commit")
    await writeFile(join(s3.dataDir, "temporary", "half"), "half a bo")
    await s3.restart()
    expect((await read(s3.client, "kept")).toString()).toBe("bytes")
    expect(await readdir(join(s3.dataDir, "temporary"))).toEqual([])
    expect(await readdir(join(s3.dataDir, "blobs"))).toHaveLength(1)
    await s3.close()
  })

  it("names the record that is damaged", async () => {
    const s3 = await startTestServer()
    await put(s3.client, "k", "x")
    const [record = ""] = await readdir(join(s3.dataDir, "records"))
    await writeFile(join(s3.dataDir, "records", record), "{")
    await expect(s3.restart()).rejects.toThrow(record)
    await rm(s3.dataDir, { recursive: true })
  })

  it("never makes a file name out of a key", async () => {
    const s3 = await startTestServer()
    for (const key of ["../../../escaped", "/etc/passwd", "a/b"]) await put(s3.client, key, "x")
    expect((await readdir(s3.dataDir)).sort()).toEqual([
      "blobs",
      "records",
      "sequence",
      "temporary",
      "uploads",
    ])
    const names = [
      ...(await readdir(join(s3.dataDir, "records"))),
      ...(await readdir(join(s3.dataDir, "blobs"))),
    ]
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}\.json$|^[0-9a-f-]{36}$/)
    await s3.close()
  })
})

describe("kill -9", () => {
  const ROUNDS = 5
  const KEYS = 12

  it(`${ROUNDS} rounds in the middle of writes: nothing acknowledged is lost, nothing is half, no event is lost`, async () => {
    const [dataDir, eventFile] = [join(folder, "data"), join(folder, "events")]
    /** The bodies that a key may rightly hold: the last acknowledged one, and any tried after it. */
    const allowed = new Map<string, Set<string | null>>()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startKillable(dataDir, eventFile)
      const client = clientFor(server.url)
      let answers = 0
      let enough: () => void = () => undefined
      const reached = new Promise<void>((resolve) => {
        enough = resolve
      })
      const writer = async (key: string) => {
        for (;;) {
          const body = randomUUID().repeat(1000)
          const isRemoval = answers % 7 === 6
          allowed.set(key, (allowed.get(key) ?? new Set([null])).add(isRemoval ? null : body))
          const answer = isRemoval
            ? await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }))
            : await put(client, key, body)
          allowed.set(key, new Set([isRemoval ? null : body]))
          if ("ETag" in answer && answer.ETag) acknowledged.push(answer.ETag.replaceAll('"', ""))
          if (++answers === 60) enough()
        }
      }
      const writers = Array.from({ length: KEYS }, (_, at) => writer(`key/${at}`).catch(() => undefined))
      await reached
      await server.kill()
      await Promise.all(writers)
      client.destroy()
    }
    const server = await startKillable(dataDir, eventFile)
    const client = clientFor(server.url)
    const present = new Map((await list(client)).map((object) => [object.Key ?? "", object]))
    for (const [key, bodiesAllowed] of allowed) {
      const body = present.has(key) ? (await read(client, key)).toString() : null
      expect(bodiesAllowed.has(body)).toBe(true)
    }
    const events = await readEvents(eventFile)
    const created = new Set(
      events.filter((event) => event.eventName === "ObjectCreated:Put").map((event) => event.s3.object.eTag),
    )
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 40)
    expect(acknowledged.filter((etag) => !created.has(etag))).toEqual([])
    // What was committed and never acknowledged has its event too.
    for (const { ETag = "" } of present.values()) expect(created).toContain(ETag.replaceAll('"', ""))
    expect(await readdir(join(dataDir, "blobs"))).toHaveLength(present.size)
    expect(await readdir(join(dataDir, "temporary"))).toEqual([])
    client.destroy()
    await server.kill()
  })

  it("leaves an open multipart upload with its acknowledged parts", async () => {
    const [dataDir, eventFile] = [join(folder, "data"), join(folder, "events")]
    const first = await startKillable(dataDir, eventFile)
    let client = clientFor(first.url)
    const upload = { Bucket: BUCKET, Key: "large" }
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(upload))
    const part = Buffer.alloc(5 * 1024 * 1024, "p")
    const { ETag } = await client.send(
      new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: part }),
    )
    const broken = client.send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 2, Body: part }))
    await Promise.all([first.kill(), broken.catch(() => undefined)])
    client.destroy()

    const second = await startKillable(dataDir, eventFile)
    client = clientFor(second.url)
    const { Parts = [] } = await client.send(new ListPartsCommand({ ...upload, UploadId }))
    expect(Parts[0]).toMatchObject({ PartNumber: 1, ETag })
    const complete = new CompleteMultipartUploadCommand({
      ...upload,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    })
    const completed = await client.send(complete)
    await second.kill()
    client.destroy()

    const third = await startKillable(dataDir, eventFile)
    client = clientFor(third.url)
    expect((await read(client, "large")).equals(part)).toBe(true)
    expect((await client.send(complete)).ETag).toBe(completed.ETag)
    expect(await readdir(join(dataDir, "uploads"))).toEqual([])
    expect((await readEvents(eventFile)).length).toBe(1)
    client.destroy()
    await third.kill()
  })

  it("between the commit and its event makes the event come at the next start", async () => {
    const s3 = await startTestServer()
    await put(s3.client, "k", "committed")
    const [record = ""] = await readdir(join(s3.dataDir, "records"))
    const text = await readFile(join(s3.dataDir, "records", record), "utf8")
    // As it lies there after the commit, before the event was handed over.
    await rm(join(s3.dataDir, "records", record))
    await writeFile(join(s3.dataDir, "records", record.replace("json", "pending")), text)
    const [before] = s3.events.splice(0)
    await s3.restart()
    expect(s3.events).toEqual([before])
    expect((await read(s3.client, "k")).toString()).toBe("committed")
    expect(await readdir(join(s3.dataDir, "records"))).toEqual([record])
    await s3.close()
  })
})
