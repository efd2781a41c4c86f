import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import type { S3EventRecord } from "aws-lambda"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { BUCKET } from "./testing/names"
import { startTestServer, type TestServer } from "./testing/server"

let s3: TestServer
beforeEach(async () => {
  s3 = await startTestServer()
})
afterEach(() => s3.close())

const put = (Key: string, Body = "hello") =>
  s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }))
const remove = (Key: string) => s3.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }))

describe("an event record", () => {
  it("is written as S3 writes it", async () => {
    const answer = await put("incoming/usr_1/a b+ü(1)*~'!.jpg")
    expect(s3.events).toEqual([
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: "us-east-1",
        eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        eventName: "ObjectCreated:Put",
        userIdentity: { principalId: expect.any(String) },
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: {
          "x-amz-request-id": answer.$metadata.requestId,
          "x-amz-id-2": expect.any(String),
        },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: expect.any(String),
          bucket: {
            name: BUCKET,
            ownerIdentity: { principalId: expect.any(String) },
            arn: `arn:aws:s3:::${BUCKET}`,
          },
          object: {
            key: "incoming/usr_1/a+b%2B%C3%BC%281%29*~%27%21.jpg",
            size: 5,
            eTag: "5d41402abc4b2a76b9719d911017c592",
            sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
          },
        },
      },
    ])
  })

  it("names what happened, once each", async () => {
    await put("a")
    await s3.client.send(new CopyObjectCommand({ Bucket: BUCKET, Key: "b", CopySource: `${BUCKET}/a` }))
    const upload = { Bucket: BUCKET, Key: "c" }
    const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand(upload))
    const { ETag } = await s3.client.send(
      new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: "x" }),
    )
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
    await s3.client.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }))
    await remove("a")
    await remove("never there")
    await s3.client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: "b" }, { Key: "c" }] } }),
    )
    expect(s3.events.map((event) => [event.eventName, event.s3.object.key])).toEqual([
      ["ObjectCreated:Put", "a"],
      ["ObjectCreated:Copy", "b"],
      ["ObjectCreated:CompleteMultipartUpload", "c"],
      ["ObjectRemoved:Delete", "a"],
      ["ObjectRemoved:Delete", "b"],
      ["ObjectRemoved:Delete", "c"],
    ])
    const removal = s3.events[3]?.s3.object ?? {}
    expect(Object.keys(removal)).toEqual(["key", "sequencer"])
  })

  it("has a sequencer that only grows, over a removal and a restart", async () => {
    await put("a")
    await remove("a")
    await s3.restart()
    await put("a")
    await Promise.all(Array.from({ length: 20 }, () => put("a")))
    const sequencers = s3.events.map((event) => event.s3.object.sequencer)
    expect(sequencers).toHaveLength(23)
    expect(new Set(sequencers).size).toBe(23)
    expect(sequencers).toEqual([...sequencers].sort())
  })
})

describe("handing over", () => {
  it("is waited for, with the object already there", async () => {
    const order: string[] = []
    const own = await startTestServer({
      onEvent: async (event) => {
        const object = await own.client.send(
          new GetObjectCommand({ Bucket: BUCKET, Key: event.s3.object.key }),
        )
        order.push(`handed over ${await object.Body?.transformToString()}`)
      },
    })
    await own.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "k", Body: "bytes" }))
    order.push("answered")
    expect(order).toEqual(["handed over bytes", "answered"])
    await own.close()
  })

  it("that failed is a 500, and is done again with the next write or at the next start", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined)
    const got: S3EventRecord[] = []
    let broken = true
    const own = await startTestServer({
      onEvent: (event) => {
        if (broken) throw new Error("the queue is full")
        got.push(event)
      },
    })
    const write = (Body: string) => own.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "k", Body }))
    await expect(write("1")).rejects.toMatchObject({ name: "InternalError" })
    broken = false
    await write("22")
    expect(got.map((event) => event.s3.object.size)).toEqual([1, 2])
    broken = true
    await expect(write("333")).rejects.toMatchObject({ name: "InternalError" })
    const remove = new DeleteObjectCommand({ Bucket: BUCKET, Key: "k" })
    await expect(own.client.send(remove)).rejects.toMatchObject({ name: "InternalError" })
    await expect(own.client.send(remove)).rejects.toMatchObject({ name: "InternalError" })
    broken = false
    await own.restart()
    expect(got.slice(2).map((event) => event.eventName)).toEqual([
      "ObjectCreated:Put",
      "ObjectRemoved:Delete",
    ])
    await expect(own.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "k" }))).rejects.toMatchObject({
      name: "NoSuchKey",
    })
    await own.restart()
    expect(got).toHaveLength(4)
    expect(error).toHaveBeenCalledTimes(4)
    error.mockReset()
    await own.close()
  })
})
