import { createHash } from "node:crypto"
import {
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET, OTHER_BUCKET } from "./testing/names"
import { send, signed } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const put = (Key: string, Body: string, more = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }))

describe("DeleteObjects", () => {
  it("removes many, names those it could not, and is quiet when asked", async () => {
    await Promise.all(["d/1", "d/2 &<>", "d/3"].map((key) => put(key, "x")))
    const remove = (Objects: { Key: string; VersionId?: string }[], Quiet = false) =>
      s3.client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects, Quiet } }))
    const answer = await remove([
      { Key: "d/1" },
      { Key: "d/2 &<>" },
      { Key: "d/none" },
      { Key: "d/3", VersionId: "null" },
      { Key: "x", VersionId: "v9" },
    ])
    expect(answer.Deleted?.map((entry) => entry.Key)).toEqual(["d/1", "d/2 &<>", "d/none", "d/3"])
    expect(answer.Errors).toMatchObject([{ Key: "x", Code: "NoSuchVersion" }])
    const head = new HeadObjectCommand({ Bucket: BUCKET, Key: "d/1" })
    await expect(s3.client.send(head)).rejects.toMatchObject({ name: "NotFound" })
    expect((await remove([{ Key: "d/1" }], true)).Deleted).toBeUndefined()
  })

  it.each([
    ["not XML", "<Delete><Object>", "MalformedXML"],
    ["no keys", "<Delete></Delete>", "MalformedXML"],
    ["too many keys", `<Delete>${"<Object><Key>k</Key></Object>".repeat(1001)}</Delete>`, "MalformedXML"],
  ])("refuses %s", async (_case, body, code) => {
    const headers = { "content-md5": createHash("md5").update(body).digest("base64") }
    const request = await signed(s3.url, { method: "POST", path: `/${BUCKET}?delete`, headers, body })
    expect(await send(s3.url, request)).toMatchObject({ status: 400, code })
  })

  it("asks for a digest of its document", async () => {
    const body = "<Delete><Object><Key>k</Key></Object></Delete>"
    const request = await signed(s3.url, { method: "POST", path: `/${BUCKET}?delete`, body })
    expect(await send(s3.url, request)).toMatchObject({ status: 400, code: "InvalidRequest" })
  })
})

describe("a bucket", () => {
  it("is listed, found and placed", async () => {
    const { Buckets } = await s3.client.send(new ListBucketsCommand({}))
    expect(Buckets?.map((bucket) => bucket.Name)).toEqual([BUCKET, OTHER_BUCKET])
    const { BucketRegion } = await s3.client.send(new HeadBucketCommand({ Bucket: BUCKET }))
    expect(BucketRegion).toBe("us-east-1")
    const place = await s3.client.send(new GetBucketLocationCommand({ Bucket: BUCKET }))
    expect(place.LocationConstraint).toBeUndefined()
  })

  it("that is not configured does not exist", async () => {
    await expect(s3.client.send(new HeadBucketCommand({ Bucket: "nope" }))).rejects.toMatchObject({
      name: "NotFound",
    })
    const request = new PutObjectCommand({ Bucket: "nope", Key: "k", Body: "x" })
    await expect(s3.client.send(request)).rejects.toMatchObject({ name: "NoSuchBucket" })
  })

  it("is not confused by parts of S3 that are not here", async () => {
    await put("safe", "bytes")
    for (const query of ["acl", "tagging", "retention", "attributes"]) {
      const request = await signed(s3.url, { method: "PUT", path: `/${BUCKET}/safe?${query}`, body: "<x/>" })
      expect(await send(s3.url, request)).toMatchObject({ status: 501, code: "NotImplemented" })
    }
    const patch = await signed(s3.url, { method: "PATCH", path: `/${BUCKET}/safe` })
    expect(await send(s3.url, patch)).toMatchObject({ status: 405, code: "MethodNotAllowed" })
    const object = await s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "safe" }))
    expect(await object.Body?.transformToString()).toBe("bytes")
  })
})
