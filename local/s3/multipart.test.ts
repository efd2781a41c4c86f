import { createHash } from "node:crypto"
import { once } from "node:events"
import { readdir } from "node:fs/promises"
import { request } from "node:http"
import { join } from "node:path"
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET } from "./testing/names"
import { signed } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

const MIN_PART = 5 * 1024 * 1024
const FIRST = Buffer.alloc(MIN_PART, "a")
const LAST = Buffer.from("the end")

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

/** An upload begun, with what can be done to it. */
async function begin(Key: string, options: Partial<CreateMultipartUploadCommandInput> = {}) {
  const { UploadId } = await s3.client.send(
    new CreateMultipartUploadCommand({ Bucket: BUCKET, Key, ...options }),
  )
  const upload = { Bucket: BUCKET, Key, UploadId }
  return {
    upload,
    part: (PartNumber: number, Body: Uint8Array, more = {}) =>
      s3.client.send(new UploadPartCommand({ ...upload, PartNumber, Body, ...more })),
    complete: (Parts: CompletedPart[], more = {}) =>
      s3.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more })),
    parts: (more = {}) => s3.client.send(new ListPartsCommand({ ...upload, ...more })),
    abort: () => s3.client.send(new AbortMultipartUploadCommand(upload)),
  }
}

const read = async (Key: string, more = {}) => {
  const object = await s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }))
  return { object, bytes: Buffer.from((await object.Body?.transformToByteArray()) ?? []) }
}
const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest()
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest()

describe("a multipart upload", () => {
  it("joins its parts in order, whatever order they came in", async () => {
    const { part, complete } = await begin("joined", { ContentType: "image/tiff", Metadata: { a: "1" } })
    const last = await part(7, LAST)
    const first = await part(2, FIRST)
    const parts = [
      { PartNumber: 2, ETag: first.ETag },
      { PartNumber: 7, ETag: last.ETag },
    ]
    const { ETag } = await complete(parts)
    expect(ETag).toBe(`"${md5(Buffer.concat([md5(FIRST), md5(LAST)])).toString("hex")}-2"`)
    const { object, bytes } = await read("joined")
    expect(Buffer.compare(bytes, Buffer.concat([FIRST, LAST]))).toBe(0)
    expect(object).toMatchObject({ ETag, ContentType: "image/tiff", Metadata: { a: "1" } })
    expect((await complete(parts)).ETag).toBe(ETag)
    expect(s3.events.filter((event) => event.s3.object.key === "joined")).toHaveLength(1)
    expect(await readdir(join(s3.dataDir, "uploads"))).toEqual([])
  })

  it("lists its parts, page by page, and replaces a part sent again", async () => {
    const { part, parts, complete } = await begin("parts")
    await part(1, Buffer.from("old"))
    const first = await part(1, FIRST)
    await part(2, LAST)
    const page = await parts({ MaxParts: 1 })
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: "1" })
    expect(page.Parts).toMatchObject([{ PartNumber: 1, ETag: first.ETag, Size: MIN_PART }])
    expect((await parts({ PartNumberMarker: "1" })).Parts).toMatchObject([
      { PartNumber: 2, Size: LAST.length },
    ])
    await complete([{ PartNumber: 1, ETag: first.ETag }])
    expect((await read("parts")).bytes).toHaveLength(MIN_PART)
  })

  it("is refused when parts are wrong, and can still be completed", async () => {
    const { part, complete } = await begin("refused")
    const [a, b] = [await part(1, Buffer.from("small")), await part(2, LAST)]
    const [one, two] = [
      { PartNumber: 1, ETag: a.ETag },
      { PartNumber: 2, ETag: b.ETag },
    ]
    await expect(complete([one, two])).rejects.toMatchObject({ name: "EntityTooSmall" })
    await expect(complete([two, one])).rejects.toMatchObject({ name: "InvalidPartOrder" })
    await expect(complete([one, one])).rejects.toMatchObject({ name: "InvalidPartOrder" })
    await expect(complete([{ PartNumber: 3, ETag: a.ETag }])).rejects.toMatchObject({ name: "InvalidPart" })
    await expect(complete([{ PartNumber: 1, ETag: b.ETag }])).rejects.toMatchObject({ name: "InvalidPart" })
    await expect(complete([])).rejects.toMatchObject({ name: "MalformedXML" })
    await expect(read("refused")).rejects.toMatchObject({ name: "NoSuchKey" })
    await complete([two])
    expect((await read("refused")).bytes.toString()).toBe("the end")
  })

  it("is gone with its parts when aborted", async () => {
    const { part, complete, abort, parts } = await begin("aborted")
    const { ETag } = await part(1, LAST)
    await abort()
    const gone = { name: "NoSuchUpload" }
    await expect(abort()).rejects.toMatchObject(gone)
    await expect(parts()).rejects.toMatchObject(gone)
    await expect(part(2, LAST)).rejects.toMatchObject(gone)
    await expect(complete([{ PartNumber: 1, ETag }])).rejects.toMatchObject(gone)
    expect(await readdir(join(s3.dataDir, "temporary"))).toEqual([])
  })

  it("takes no part that was still coming in when it was aborted", async () => {
    const { upload, abort } = await begin("late")
    const path = `/${BUCKET}/late?partNumber=1&uploadId=${upload.UploadId}`
    const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }
    const signedPart = await signed(s3.url, { method: "PUT", path, headers })
    const { hostname, port } = new URL(s3.url)
    const outgoing = request({
      hostname,
      port,
      method: "PUT",
      path,
      headers: { ...signedPart.headers, "content-length": 8 },
    })
    outgoing.write("half")
    while ((await readdir(join(s3.dataDir, "temporary"))).length === 0) await new Promise(setImmediate)
    await abort()
    outgoing.end("half")
    const [response] = await once(outgoing, "response")
    expect(response.statusCode).toBe(404)
    response.resume()
  })

  it("belongs to one key and takes part numbers 1 to 10000", async () => {
    const { upload, part, abort } = await begin("mine")
    const other = new UploadPartCommand({ ...upload, Key: "yours", PartNumber: 1, Body: LAST })
    await expect(s3.client.send(other)).rejects.toMatchObject({ name: "NoSuchUpload" })
    await expect(part(0, LAST)).rejects.toMatchObject({ name: "InvalidArgument" })
    await expect(part(10_001, LAST)).rejects.toMatchObject({ name: "InvalidArgument" })
    await abort()
  })

  it("is completed under conditions", async () => {
    const { part, complete, abort } = await begin("joined")
    const { ETag } = await part(1, LAST)
    const tried = complete([{ PartNumber: 1, ETag }], { IfNoneMatch: "*" })
    await expect(tried).rejects.toMatchObject({ name: "PreconditionFailed" })
    await abort()
  })

  it("takes parts out of other objects", async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "src", Body: FIRST }))
    const { upload, complete } = await begin("from copies")
    const copy = (PartNumber: number, CopySourceRange?: string) =>
      s3.client.send(
        new UploadPartCopyCommand({ ...upload, PartNumber, CopySource: `${BUCKET}/src`, CopySourceRange }),
      )
    const whole = await copy(1)
    const some = await copy(2, "bytes=0-9")
    await expect(copy(3, `bytes=0-${MIN_PART}`)).rejects.toMatchObject({ name: "InvalidArgument" })
    await complete([
      { PartNumber: 1, ETag: whole.CopyPartResult?.ETag },
      { PartNumber: 2, ETag: some.CopyPartResult?.ETag },
    ])
    expect((await read("from copies")).bytes).toHaveLength(MIN_PART + 10)
  })

  it("survives a restart half-way", async () => {
    const before = await begin("over a restart", { ContentType: "image/heic" })
    const first = await before.part(1, FIRST)
    await s3.restart()
    const { upload } = before
    const listed = await s3.client.send(new ListPartsCommand(upload))
    expect(listed.Parts).toMatchObject([{ PartNumber: 1, ETag: first.ETag, Size: MIN_PART }])
    const last = await s3.client.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: LAST }))
    const Parts = [first, last].map(({ ETag }, at) => ({ PartNumber: at + 1, ETag }))
    await s3.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
    const { object, bytes } = await read("over a restart")
    expect(object.ContentType).toBe("image/heic")
    expect(Buffer.compare(bytes, Buffer.concat([FIRST, LAST]))).toBe(0)
  })
})

describe("checksums of parts", () => {
  const checksumOf = (bytes: Uint8Array) => sha256(bytes).toString("base64")

  it("make the composite checksum of the object", async () => {
    const { part, complete } = await begin("composite", { ChecksumAlgorithm: "SHA256" })
    const first = await part(1, FIRST, { ChecksumSHA256: checksumOf(FIRST) })
    const last = await part(2, LAST, { ChecksumSHA256: checksumOf(LAST) })
    const bare = [first, last].map(({ ETag }, at) => ({ PartNumber: at + 1, ETag }))
    await expect(complete(bare)).rejects.toMatchObject({ name: "InvalidRequest" })
    const listed = bare.map((entry, at) => ({
      ...entry,
      ChecksumSHA256: checksumOf(at === 0 ? FIRST : LAST),
    }))
    const swapped = listed.map((entry) => ({ ...entry, ChecksumSHA256: checksumOf(FIRST) }))
    await expect(complete(swapped)).rejects.toMatchObject({ name: "InvalidPart" })
    const expected = `${checksumOf(Buffer.concat([sha256(FIRST), sha256(LAST)]))}-2`
    expect(await complete(listed)).toMatchObject({ ChecksumSHA256: expected, ChecksumType: "COMPOSITE" })
    expect((await read("composite", { ChecksumMode: "ENABLED" })).object.ChecksumSHA256).toBe(expected)
  })

  it("are checked as the bytes come in", async () => {
    const { part, parts } = await begin("checked", { ChecksumAlgorithm: "SHA256" })
    await expect(part(1, LAST, { ChecksumSHA256: checksumOf(FIRST) })).rejects.toMatchObject({
      name: "BadDigest",
    })
    const crc = { ChecksumAlgorithm: "CRC32" }
    await expect(part(1, LAST, crc)).rejects.toMatchObject({ name: "InvalidRequest" })
    expect((await parts()).Parts ?? []).toEqual([])
  })

  it("of the whole object are computed when the upload asks for them", async () => {
    const { part, complete } = await begin("whole", {
      ChecksumAlgorithm: "CRC32",
      ChecksumType: "FULL_OBJECT",
    })
    const { ETag } = await part(1, LAST)
    const parts = [{ PartNumber: 1, ETag }]
    await expect(complete(parts, { ChecksumCRC32: "AAAAAA==" })).rejects.toMatchObject({ name: "BadDigest" })
    const { ChecksumCRC32, ChecksumType } = await complete(parts)
    const plain = await s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "plain", Body: LAST }))
    expect([ChecksumCRC32, ChecksumType]).toEqual([plain.ChecksumCRC32, "FULL_OBJECT"])
  })
})

describe("open uploads", () => {
  it("are listed by key, page by page", async () => {
    const keys = ["u/b", "u/a", "u/a", "v"]
    for (const key of keys) await begin(key)
    const seen: unknown[] = []
    let markers = {}
    for (let more = true; more; ) {
      const page = await s3.client.send(
        new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: "u/", MaxUploads: 1, ...markers }),
      )
      seen.push(...(page.Uploads ?? []).map((upload) => upload.Key))
      markers = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      more = page.IsTruncated ?? false
    }
    expect(seen).toEqual(["u/a", "u/a", "u/b"])
  })
})
