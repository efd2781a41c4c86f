import { createHash } from "node:crypto"
import { readdir } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3"
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { CONDITIONS, FIELDS, type FormOptions, postForm, signForm, writeForm } from "./testing/form"
import { BUCKET, OTHER_BUCKET } from "./testing/names"
import { startTestServer, type TestServer } from "./testing/server"

const FILE = Buffer.from("bytes")

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const read = async (Key: string) => {
  const object = await s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: "ENABLED" }))
  return { ...object, text: await object.Body?.transformToString() }
}
const post = async (options: FormOptions, file: Uint8Array = FILE) =>
  postForm(s3.url, writeForm(await signForm(options), file))

/** Nothing stored, no event, nothing left over on disk. */
async function expectNothing() {
  for (const Bucket of [BUCKET, OTHER_BUCKET]) {
    expect((await s3.client.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0)
  }
  expect(s3.events).toEqual([])
  expect(await readdir(join(s3.dataDir, "temporary"))).toEqual([])
  expect(await readdir(join(s3.dataDir, "blobs"))).toEqual([])
}

describe("a form that breaks its policy", () => {
  const without = (name: string) =>
    CONDITIONS.filter((condition) => !JSON.stringify(condition).includes(name))

  it.each<[string, FormOptions, number, string]>([
    ["another key", { fields: { key: "incoming/2" } }, 403, "AccessDenied"],
    ["another type", { fields: { "Content-Type": "image/png" } }, 403, "AccessDenied"],
    ["no type", { fields: { "Content-Type": undefined } }, 403, "AccessDenied"],
    ["a wrong beginning", { fields: { "x-amz-meta-name": "q" } }, 403, "AccessDenied"],
    ["an extra field", { fields: { "x-amz-meta-more": "1" } }, 403, "AccessDenied"],
    ["a field its policy leaves out", { conditions: without("Content-Type") }, 403, "AccessDenied"],
    ["a bucket its policy leaves out", { conditions: without("bucket") }, 403, "AccessDenied"],
    [
      "a length that is no number",
      { conditions: [["content-length-range", 1, "x"]] },
      400,
      "InvalidPolicyDocument",
    ],
    [
      "a key too long",
      { fields: { key: "k".repeat(1025) }, conditions: [...without("$key"), ["starts-with", "$key", "k"]] },
      400,
      "KeyTooLongError",
    ],
    ["a key its policy leaves out", { conditions: without("$key") }, 403, "AccessDenied"],
    [
      "another bucket in the policy",
      { conditions: [...without("bucket"), { bucket: OTHER_BUCKET }] },
      403,
      "AccessDenied",
    ],
    ["another bucket in the form", { fields: { bucket: OTHER_BUCKET } }, 403, "AccessDenied"],
    ["an expired policy", { expiration: new Date(Date.now() - 1000).toISOString() }, 403, "AccessDenied"],
    ["no policy", { fields: { policy: undefined } }, 403, "AccessDenied"],
    [
      "a tampered policy",
      { fields: { policy: Buffer.from('{"conditions":[]}').toString("base64") } },
      403,
      "SignatureDoesNotMatch",
    ],
    ["a wrong signature", { fields: { "x-amz-signature": "0".repeat(64) } }, 403, "SignatureDoesNotMatch"],
    ["no signature", { fields: { "x-amz-signature": undefined } }, 400, "InvalidArgument"],
    ["another secret", { signing: { secretAccessKey: "wrong" } }, 403, "SignatureDoesNotMatch"],
    ["an unknown key id", { signing: { accessKeyId: "AKIAUNKNOWN" } }, 403, "InvalidAccessKeyId"],
    ["another region", { signing: { region: "eu-west-1" } }, 400, "InvalidArgument"],
    ["another service", { signing: { service: "ses" } }, 400, "InvalidArgument"],
    ["a date of another day", { fields: { "x-amz-date": "20200101T000000Z" } }, 400, "InvalidArgument"],
    ["another algorithm", { fields: { "x-amz-algorithm": "AWS4-X" } }, 400, "InvalidArgument"],
    ["a policy that is not JSON", { policy: "{" }, 400, "InvalidPolicyDocument"],
    ["a policy without an end", { policy: '{"conditions":[]}' }, 400, "InvalidPolicyDocument"],
    ["an unknown operator", { conditions: [["matches", "$key", "x"]] }, 400, "InvalidPolicyDocument"],
    ["no key", { fields: { key: undefined } }, 400, "InvalidArgument"],
    [
      "a line break in its type",
      {
        fields: { "Content-Type": "a\r\nb" },
        conditions: [...without("Content-Type"), ["starts-with", "$Content-Type", ""]],
      },
      400,
      "InvalidArgument",
    ],
    [
      "a field too long",
      { fields: { "x-amz-meta-name": `p${"x".repeat(30_000)}` } },
      400,
      "MaxPostPreDataLengthExceeded",
    ],
  ])("with %s is refused", async (_case, options, status, code) => {
    expect(await post(options)).toMatchObject({ status, code })
    await expectNothing()
  })

  it("by its file's length is refused", async () => {
    expect(await post({}, Buffer.from("ab"))).toMatchObject({ status: 400, code: "EntityTooSmall" })
    expect(await post({}, Buffer.alloc(11))).toMatchObject({ status: 400, code: "EntityTooLarge" })
    await expectNothing()
  })

  it("to a bucket that is not there is refused", async () => {
    const body = writeForm(await signForm(), FILE)
    expect(await postForm(s3.url, body, "nope")).toMatchObject({ status: 404, code: "NoSuchBucket" })
    expect(await postForm(s3.url, body, OTHER_BUCKET)).toMatchObject({ status: 403, code: "AccessDenied" })
  })

  it("stops a file that is far too long, without storing it", async () => {
    const answer = await post({}, Buffer.alloc(50_000_000))
    expect(answer).toMatchObject({ status: 400, code: "EntityTooLarge" })
    // Stopped within the first chunks, not after all of them.
    expect(Number(/<ProposedSize>(\d+)/.exec(answer.body)?.[1])).toBeLessThan(1_000_000)
    await expectNothing()
  })

  it.each([
    ["without a file", (fields: Record<string, string>) => writeForm(fields, null), "InvalidArgument"],
    [
      "cut off after its file",
      (fields: Record<string, string>) => writeForm(fields, FILE, "a.jpg", { more: "x" }).subarray(0, -25),
      "MalformedPOSTRequest",
    ],
    [
      "cut off",
      (fields: Record<string, string>) => writeForm(fields, FILE).subarray(0, -20),
      "MalformedPOSTRequest",
    ],
    ["that is no form", () => Buffer.from("nonsense"), "MalformedPOSTRequest"],
    [
      "with a field as a file",
      (fields: Record<string, string>) =>
        Buffer.from(writeForm(fields, FILE).toString().replace('name="key"', 'name="key"; filename="k"')),
      "InvalidArgument",
    ],
    [
      "with a field twice",
      (fields: Record<string, string>) => writeForm({ ...fields, KEY: "incoming/2" }, FILE),
      "InvalidArgument",
    ],
  ])("%s is refused", async (_case, write, code) => {
    expect(await postForm(s3.url, write(await signForm()))).toMatchObject({ status: 400, code })
    await expectNothing()
  })

  it("broken off by a client that goes away is not stored", async () => {
    const body = writeForm(await signForm({ conditions: CONDITIONS.slice(0, -1) }), Buffer.alloc(1_000_000))
    const { port } = new URL(s3.url)
    const socket = connect(Number(port), "127.0.0.1")
    const type = "content-type: multipart/form-data; boundary=----a-boundary"
    socket.write(`POST /${BUCKET} HTTP/1.1\r\nhost: x\r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n`)
    await new Promise((resolve) => socket.write(body.subarray(0, 500_000), resolve))
    await until(async () => (await readdir(join(s3.dataDir, "temporary"))).length === 1)
    socket.destroy()
    await until(async () => (await readdir(join(s3.dataDir, "temporary"))).length === 0)
    await expectNothing()
  })
})

describe("a form that keeps its policy", () => {
  it("is stored, with its type and metadata from the fields", async () => {
    const answer = await post({})
    expect(answer).toMatchObject({ status: 204, body: "" })
    expect(answer.headers.etag).toBe(`"${createHash("md5").update(FILE).digest("hex")}"`)
    expect(answer.headers.location).toBe(`${s3.url}/${BUCKET}/incoming/1`)
    const stored = await read("incoming/1")
    expect(stored).toMatchObject({ text: "bytes", ContentType: "image/jpeg", Metadata: { name: "photo" } })
    expect(s3.events.at(-1)).toMatchObject({
      eventName: "ObjectCreated:Post",
      s3: { object: { key: "incoming/1" } },
    })
  })

  it("may have the least and the most bytes allowed", async () => {
    expect(await post({}, Buffer.alloc(3))).toMatchObject({ status: 204 })
    expect(await post({}, Buffer.alloc(10))).toMatchObject({ status: 204 })
  })

  it("may have fields after the file, which are ignored", async () => {
    const body = writeForm(await signForm(), FILE, "a.jpg", { key: "elsewhere", "x-amz-meta-extra": "1" })
    expect(await postForm(s3.url, body)).toMatchObject({ status: 204 })
    expect((await read("incoming/1")).Metadata).toEqual({ name: "photo" })
  })

  it.each([
    ["200", 200],
    ["201", 201],
    ["204", 204],
    ["404", 204],
  ])("asking for status %s gets %i", async (success_action_status, status) => {
    const conditions = [...CONDITIONS, { success_action_status }]
    const answer = await post({ conditions, fields: { success_action_status } })
    expect(answer.status).toBe(status)
    expect(answer.body.includes("<Key>incoming/1</Key>")).toBe(status === 201)
  })

  it("asking for a redirect gets one", async () => {
    const target = "http://localhost:3000/done?x=1"
    const conditions = [...CONDITIONS, { success_action_redirect: target }]
    const answer = await post({ conditions, fields: { success_action_redirect: target } })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toMatch(
      /^http:\/\/localhost:3000\/done\?x=1&bucket=originals&key=incoming%2F1&etag=/,
    )
  })

  it("has its checksum checked and kept", async () => {
    const right = createHash("sha256").update(FILE).digest("base64")
    const wrong = createHash("sha256").update("other").digest("base64")
    const withChecksum = (value: string) => ({
      conditions: [...CONDITIONS, { "x-amz-checksum-sha256": value }],
      fields: { "x-amz-checksum-sha256": value },
    })
    expect(await post(withChecksum(wrong))).toMatchObject({ status: 400, code: "BadDigest" })
    expect(await post(withChecksum("short"))).toMatchObject({ status: 400, code: "InvalidRequest" })
    expect(await post(withChecksum(right))).toMatchObject({ status: 204 })
    expect((await read("incoming/1")).ChecksumSHA256).toBe(right)
  })

  it("puts the file's name into the key, without its folders", async () => {
    const conditions = [
      ...CONDITIONS.filter((one) => !JSON.stringify(one).includes("$key")),
      ["starts-with", "$key", "up/"],
    ]
    const fields = await signForm({ conditions, fields: { ...FIELDS, key: "up/$" + "{filename}" } })
    expect(await postForm(s3.url, writeForm(fields, FILE, "C:\\dir\\$& é.jpg"))).toMatchObject({
      status: 204,
    })
    expect((await read("up/$& é.jpg")).text).toBe("bytes")
  })

  it("may hold metadata that no header can", async () => {
    expect(await post({ fields: { "x-amz-meta-name": "p 写真" } })).toMatchObject({ status: 204 })
    expect((await read("incoming/1")).Metadata).toEqual({
      name: `=?UTF-8?B?${Buffer.from("p 写真").toString("base64")}?=`,
    })
  })

  it("made by the SDK works through a browser's FormData", async () => {
    const Conditions: PresignedPostOptions["Conditions"] = [["content-length-range", 1, 3_000_000]]
    const Fields = { "Content-Type": "image/webp" }
    const { url, fields } = await createPresignedPost(s3.client, {
      Bucket: BUCKET,
      Key: "sdk",
      Conditions,
      Fields,
      Expires: 60,
    })
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const bytes = Buffer.alloc(3_000_000, "\r\n------a-bound")
    form.append("file", new Blob([bytes]), "x.webp")
    expect((await fetch(url, { method: "POST", body: form })).status).toBe(204)
    const stored = await s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "sdk" }))
    expect(stored.ContentType).toBe("image/webp")
    expect(Buffer.compare(Buffer.from((await stored.Body?.transformToByteArray()) ?? []), bytes)).toBe(0)
  })
})

/** Waits until a condition on disk holds; the test's own timeout is the limit. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
