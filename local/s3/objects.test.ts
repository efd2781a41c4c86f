import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET } from "./testing/names"
import { send, signed } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const put = (Key: string, Body: string | Uint8Array, more = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }))
const get = (Key: string, more = {}) => s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }))
const read = async (Key: string, more = {}) => (await get(Key, more)).Body?.transformToString()
const head = (Key: string, more = {}) =>
  s3.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key, ...more }))

describe("an object", () => {
  it("comes back with its bytes and metadata", async () => {
    const written = await put("meta", "hello", {
      ContentType: "image/avif",
      CacheControl: "max-age=1",
      ContentDisposition: "inline",
      ContentEncoding: "gzip",
      Metadata: { owner: "ada" },
    })
    const object = await get("meta")
    expect(await object.Body?.transformToString()).toBe("hello")
    expect(object).toMatchObject({
      ContentType: "image/avif",
      CacheControl: "max-age=1",
      ContentDisposition: "inline",
      ContentEncoding: "gzip",
      Metadata: { owner: "ada" },
      ContentLength: 5,
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
    })
    expect(written.ETag).toBe(object.ETag)
    expect(await head("meta")).toMatchObject({ ContentLength: 5, Metadata: { owner: "ada" } })
  })

  it.each([
    "a b+c/é漢字😀",
    "../../etc/passwd",
    "a//b",
    "/leading",
    "tab\tand\rreturn\nand\u0001",
    "%2F%00",
    "a".repeat(1024),
  ])("may be called %j", async (key) => {
    await put(key, key)
    expect(await read(key)).toBe(key)
    await s3.client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: key }] } }))
    await expect(head(key)).rejects.toMatchObject({ name: "NotFound" })
  })

  it("refuses a key of more than 1024 bytes", async () => {
    await expect(put("é".repeat(513), "x")).rejects.toMatchObject({ name: "KeyTooLongError" })
  })

  it("may be empty", async () => {
    await put("empty", Buffer.alloc(0))
    expect(await read("empty")).toBe("")
    await expect(get("empty", { Range: "bytes=0-0" })).rejects.toMatchObject({ name: "InvalidRange" })
  })

  it("may be 20 MB, byte for byte", async () => {
    const bytes = Buffer.alloc(20_000_000, "0123456789abcdef!")
    await put("large", bytes)
    const back = await (await get("large", { ChecksumMode: "ENABLED" })).Body?.transformToByteArray()
    expect(Buffer.compare(bytes, back ?? Buffer.alloc(0))).toBe(0)
  })

  it("is gone after it was removed, and removing again is fine", async () => {
    await put("gone", "x")
    await s3.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: "gone" }))
    await s3.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: "gone" }))
    await expect(get("gone")).rejects.toMatchObject({ name: "NoSuchKey" })
  })

  it("refuses more than 2 KiB of user metadata", async () => {
    await expect(put("heavy", "x", { Metadata: { a: "x".repeat(2048) } })).rejects.toMatchObject({
      name: "MetadataTooLarge",
    })
  })

  it("answers HEAD for a missing one without a body", async () => {
    const answer = await send(s3.url, await signed(s3.url, { method: "HEAD", path: `/${BUCKET}/missing` }))
    expect(answer).toMatchObject({ status: 404, body: "" })
    expect(answer.headers["x-amz-request-id"]).toMatch(/^[0-9A-F]{16}$/)
  })

  it("answers with the headers that response-* asks for", async () => {
    await put("photo", "x", { ContentType: "image/jpeg" })
    const object = await get("photo", {
      ResponseContentType: "text/plain",
      ResponseContentDisposition: "attachment",
    })
    expect(object).toMatchObject({ ContentType: "text/plain", ContentDisposition: "attachment" })
  })
})

describe("a range", () => {
  beforeAll(() => put("digits", "0123456789"))

  it.each([
    ["bytes=0-0", "0", "bytes 0-0/10"],
    ["bytes=2-4", "234", "bytes 2-4/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-3", "789", "bytes 7-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
  ])("%s", async (Range, body, ContentRange) => {
    const part = await get("digits", { Range })
    expect(await part.Body?.transformToString()).toBe(body)
    expect(part).toMatchObject({ ContentRange, ContentLength: body.length })
    expect(part.$metadata.httpStatusCode).toBe(206)
  })

  it.each(["bytes=10-", "bytes=10-20", "bytes=-0"])("%s cannot be had", async (range) => {
    const answer = await send(s3.url, await signed(s3.url, { path: `/${BUCKET}/digits`, headers: { range } }))
    expect(answer).toMatchObject({ status: 416, code: "InvalidRange" })
    expect(answer.headers["content-range"]).toBe("bytes */10")
  })

  it.each(["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-"])("%s is ignored", async (range) => {
    const answer = await send(s3.url, await signed(s3.url, { path: `/${BUCKET}/digits`, headers: { range } }))
    expect(answer).toMatchObject({ status: 200, body: "0123456789" })
  })
})

describe("a condition", () => {
  const before = new Date(Date.now() - 3_600_000)
  const after = new Date(Date.now() + 3_600_000)
  let etag = ""
  beforeAll(async () => {
    etag = (await put("conditional", "one")).ETag ?? ""
  })

  it("on reading holds or answers 412 or 304", async () => {
    expect(await read("conditional", { IfMatch: etag })).toBe("one")
    expect(await read("conditional", { IfMatch: etag, IfUnmodifiedSince: before })).toBe("one")
    expect(await read("conditional", { IfNoneMatch: '"other"', IfModifiedSince: after })).toBe("one")
    expect(await read("conditional", { IfModifiedSince: before })).toBe("one")
    const status = (code: number) => ({ $metadata: { httpStatusCode: code } })
    await expect(get("conditional", { IfMatch: '"other"' })).rejects.toMatchObject(status(412))
    await expect(get("conditional", { IfUnmodifiedSince: before })).rejects.toMatchObject(status(412))
    await expect(get("conditional", { IfNoneMatch: etag })).rejects.toMatchObject(status(304))
    await expect(get("conditional", { IfModifiedSince: after })).rejects.toMatchObject(status(304))
  })

  it("on writing holds or answers 412", async () => {
    await expect(put("conditional", "x", { IfNoneMatch: "*" })).rejects.toMatchObject({
      name: "PreconditionFailed",
    })
    await expect(put("conditional", "x", { IfMatch: '"other"' })).rejects.toMatchObject({
      name: "PreconditionFailed",
    })
    await expect(put("never", "x", { IfMatch: etag })).rejects.toMatchObject({ name: "NoSuchKey" })
    await put("conditional", "one", { IfMatch: etag })
    await put("created", "x", { IfNoneMatch: "*" })
    expect(await read("conditional")).toBe("one")
  })

  it("lets one of many creations win", async () => {
    const tries = Array.from({ length: 20 }, (_, at) => put("race", `${at}`, { IfNoneMatch: "*" }))
    const won = (await Promise.allSettled(tries)).filter((result) => result.status === "fulfilled")
    expect(won).toHaveLength(1)
  })

  it("on removing holds or answers 412", async () => {
    const remove = (IfMatch: string) =>
      s3.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: "guarded", IfMatch }))
    const { ETag = "" } = await put("guarded", "x")
    await expect(remove('"other"')).rejects.toMatchObject({ name: "PreconditionFailed" })
    await remove(ETag)
    await expect(remove(ETag)).rejects.toMatchObject({ name: "NoSuchKey" })
  })
})
