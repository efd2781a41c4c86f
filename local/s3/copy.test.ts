import { CopyObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET, OTHER_BUCKET } from "./testing/names"
import { startTestServer, type TestServer } from "./testing/server"

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const put = (Key: string, Body: string, more = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }))

describe("a copy", () => {
  const copy = (CopySource: string, Key: string, more = {}) =>
    s3.client.send(new CopyObjectCommand({ Bucket: OTHER_BUCKET, CopySource, Key, ...more }))
  const copied = (Key: string) => s3.client.send(new GetObjectCommand({ Bucket: OTHER_BUCKET, Key }))
  beforeAll(() => put("source é", "bytes", { ContentType: "image/png", Metadata: { a: "1" } }))
  const source = `${BUCKET}/${encodeURIComponent("source é")}`

  it("takes the metadata along, or new ones", async () => {
    const { CopyObjectResult } = await copy(source, "as-is")
    const same = await copied("as-is")
    expect(await same.Body?.transformToString()).toBe("bytes")
    expect(same).toMatchObject({
      ContentType: "image/png",
      Metadata: { a: "1" },
      ETag: CopyObjectResult?.ETag,
    })
    await copy(`/${source}`, "renewed", {
      MetadataDirective: "REPLACE",
      ContentType: "image/gif",
      Metadata: { b: "2" },
    })
    expect(await copied("renewed")).toMatchObject({ ContentType: "image/gif", Metadata: { b: "2" } })
  })

  it("follows the conditions on its source", async () => {
    const failed = { name: "PreconditionFailed" }
    await expect(copy(source, "c", { CopySourceIfMatch: '"other"' })).rejects.toMatchObject(failed)
    await expect(copy(source, "c", { CopySourceIfNoneMatch: "*" })).rejects.toMatchObject(failed)
    await expect(copy(source, "c", { CopySourceIfUnmodifiedSince: new Date(0) })).rejects.toMatchObject(
      failed,
    )
    const later = new Date(Date.now() + 60_000)
    await expect(copy(source, "c", { CopySourceIfModifiedSince: later })).rejects.toMatchObject(failed)
    await copy(source, "c", { CopySourceIfModifiedSince: new Date(0), CopySourceIfNoneMatch: '"other"' })
  })

  it("refuses a missing source and a copy onto itself", async () => {
    await expect(copy(`${BUCKET}/missing`, "c")).rejects.toMatchObject({ name: "NoSuchKey" })
    await expect(copy("nowhere/missing", "c")).rejects.toMatchObject({ name: "NoSuchBucket" })
    await expect(copy(`${OTHER_BUCKET}/as-is`, "as-is")).rejects.toMatchObject({ name: "InvalidRequest" })
    await copy(`${OTHER_BUCKET}/as-is`, "as-is", { MetadataDirective: "REPLACE", Metadata: { again: "yes" } })
    expect(await copied("as-is")).toMatchObject({ Metadata: { again: "yes" } })
  })
})
