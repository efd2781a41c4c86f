import { GetObjectCommand, PutObjectCommand, UploadPartCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { BUCKET, CREDENTIALS } from "./testing/names"
import {
  presigned,
  type RawRequest,
  type RawResponse,
  type SigningOptions,
  send,
  signed,
} from "./testing/raw"
import { clientFor, startTestServer, type TestServer } from "./testing/server"

const PATH = `/${BUCKET}/signed`
const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms)

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())
beforeEach(async () => {
  expect(await sendSigned({ method: "PUT", path: PATH, body: "original" })).toMatchObject({ status: 200 })
})

const sendSigned = async (raw: RawRequest, options?: SigningOptions) =>
  send(s3.url, await signed(s3.url, raw, options))
const sendPresigned = async (raw: RawRequest, options?: SigningOptions & { expiresIn?: number }) =>
  send(s3.url, await presigned(s3.url, raw, options))

/** Checks a refusal, and that the object is what it was. */
async function expectRefused(answer: RawResponse, status: number, code: string) {
  expect(answer).toMatchObject({ status, code })
  expect(await sendSigned({ path: PATH })).toMatchObject({ status: 200, body: "original" })
}

describe("a request without a signature", () => {
  it.each(["GET", "PUT", "DELETE", "HEAD"])("%s is refused", async (method) => {
    const answer = await send(s3.url, { method, path: PATH, body: method === "PUT" ? "x" : undefined })
    await expectRefused(answer, 403, method === "HEAD" ? "" : "AccessDenied")
  })

  it("is refused for lists and the service too", async () => {
    expect(await send(s3.url, { path: "/" })).toMatchObject({ status: 403 })
    expect(await send(s3.url, { path: `/${BUCKET}?list-type=2` })).toMatchObject({ status: 403 })
  })
})

describe("a signature in the headers", () => {
  it.each([
    ["an unknown key id", { accessKeyId: "AKIAUNKNOWN" }, 403, "InvalidAccessKeyId"],
    ["another secret", { secretAccessKey: "wrong" }, 403, "SignatureDoesNotMatch"],
    ["another region", { region: "eu-west-1" }, 400, "AuthorizationHeaderMalformed"],
    ["another service", { service: "dynamodb" }, 400, "AuthorizationHeaderMalformed"],
    ["a date 16 minutes ago", { date: ago(16 * MINUTE) }, 403, "RequestTimeTooSkewed"],
    ["a date in 16 minutes", { date: ago(-16 * MINUTE) }, 403, "RequestTimeTooSkewed"],
    ["the host left out", { unsigned: ["host"] }, 403, "AccessDenied"],
    ["x-amz-meta-a left out", { unsigned: ["x-amz-meta-a"] }, 403, "AccessDenied"],
  ])("with %s is refused", async (_case, options, status, code) => {
    const raw = { method: "PUT", path: PATH, body: "x", headers: { "x-amz-meta-a": "1" } }
    await expectRefused(await sendSigned(raw, options), status, code)
  })

  it.each([14, -14])("of %i minutes ago is accepted", async (minutes) => {
    expect(await sendSigned({ path: PATH }, { date: ago(minutes * MINUTE) })).toMatchObject({ status: 200 })
  })

  it.each<[string, Partial<RawRequest>]>([
    ["another method", { method: "DELETE" }],
    ["another key", { path: `/${BUCKET}/elsewhere` }],
    ["another query", { path: `${PATH}?x=1` }],
  ])("replayed with %s is refused", async (_case, change) => {
    const request = await signed(s3.url, { method: "PUT", path: PATH, body: "x" })
    await expectRefused(await send(s3.url, { ...request, ...change }), 403, "SignatureDoesNotMatch")
  })

  it("replayed with another signed header is refused", async () => {
    const request = await signed(s3.url, {
      method: "PUT",
      path: PATH,
      body: "x",
      headers: { "x-amz-meta-a": "1" },
    })
    const headers = { ...request.headers, "x-amz-meta-a": "2" }
    await expectRefused(await send(s3.url, { ...request, headers }), 403, "SignatureDoesNotMatch")
  })

  it("replayed with another body is refused", async () => {
    const request = await signed(s3.url, { method: "PUT", path: PATH, body: "x" })
    await expectRefused(await send(s3.url, { ...request, body: "y" }), 400, "XAmzContentSHA256Mismatch")
  })

  it.each([
    ["Basic bG9jYWw6eA==", 400, "InvalidRequest"],
    ["AWS local:sig", 400, "InvalidRequest"],
    ["AWS4-HMAC-SHA256 nonsense", 400, "AuthorizationHeaderMalformed"],
    [
      `AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=${"0".repeat(64)}`,
      400,
      "AuthorizationHeaderMalformed",
    ],
  ])("written %j is refused", async (authorization, status, code) => {
    await expectRefused(await send(s3.url, { path: PATH, headers: { authorization } }), status, code)
  })

  it("needs a date of the credential's day and a payload hash", async () => {
    const request = await signed(s3.url, { path: PATH })
    const without = (name: string) => {
      const headers = { ...request.headers }
      delete headers[name]
      return send(s3.url, { ...request, headers })
    }
    await expectRefused(await without("x-amz-date"), 403, "AccessDenied")
    await expectRefused(await without("x-amz-content-sha256"), 400, "InvalidRequest")
    const headers = { ...request.headers, "x-amz-date": "20200101T000000Z" }
    await expectRefused(await send(s3.url, { ...request, headers }), 400, "AuthorizationHeaderMalformed")
  })
})

describe("a pre-signed URL", () => {
  it("reads and writes", async () => {
    const write = new PutObjectCommand({ Bucket: BUCKET, Key: "by url é/+", ContentType: "text/plain" })
    const putUrl = await getSignedUrl(plainClient(), write, { expiresIn: 60 })
    expect(
      (await fetch(putUrl, { method: "PUT", body: "by url", headers: { "content-type": "text/plain" } }))
        .status,
    ).toBe(200)
    const getUrl = await getSignedUrl(
      plainClient(),
      new GetObjectCommand({ Bucket: BUCKET, Key: "by url é/+" }),
    )
    expect(await (await fetch(getUrl)).text()).toBe("by url")
  })

  it("for a part carries its length and SHA-256", async () => {
    const checksum = "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=" // of "foo"
    const command = new UploadPartCommand({
      Bucket: BUCKET,
      Key: "k",
      UploadId: "none",
      PartNumber: 1,
      ContentLength: 3,
      ChecksumSHA256: checksum,
    })
    const url = await getSignedUrl(plainClient(), command, {
      unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
    })
    const headers = { "x-amz-checksum-sha256": checksum }
    // Signed as it should be: it gets as far as the upload that does not exist.
    expect((await fetch(url, { method: "PUT", body: "foo", headers })).status).toBe(404)
    expect((await fetch(url, { method: "PUT", body: "longer", headers })).status).toBe(403)
    expect((await fetch(url, { method: "PUT", body: "foo" })).status).toBe(403)
  })

  it("holds a hoisted checksum against the body", async () => {
    const command = new PutObjectCommand({
      Bucket: BUCKET,
      Key: "hoisted",
      ChecksumSHA256: "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=",
    })
    const url = await getSignedUrl(plainClient(), command)
    const wrong = await fetch(url, { method: "PUT", body: "bar" })
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining("BadDigest")])
    expect((await fetch(url, { method: "PUT", body: "foo" })).status).toBe(200)
  })

  it.each([
    ["expired", { date: ago(2 * MINUTE), expiresIn: 60 }, 403, "AccessDenied"],
    ["of the future", { date: ago(-16 * MINUTE) }, 403, "AccessDenied"],
    ["of another region", { region: "ap-northeast-1" }, 400, "AuthorizationQueryParametersError"],
    ["of another service", { service: "sts" }, 400, "AuthorizationQueryParametersError"],
    ["of an unknown key id", { accessKeyId: "AKIAUNKNOWN" }, 403, "InvalidAccessKeyId"],
    ["of another secret", { secretAccessKey: "wrong" }, 403, "SignatureDoesNotMatch"],
  ])("%s is refused", async (_case, options, status, code) => {
    await expectRefused(await sendPresigned({ path: PATH }, options), status, code)
  })

  it("lives up to seven days", async () => {
    const week = 7 * 24 * 3600
    expect(await sendPresigned({ path: PATH }, { expiresIn: week })).toMatchObject({ status: 200 })
    const { path } = await presigned(s3.url, { path: PATH }, { expiresIn: week })
    for (const expires of [`${week + 1}`, "0", "-1", "x", "1e9"]) {
      const changed = path.replace(/X-Amz-Expires=\d+/, `X-Amz-Expires=${expires}`)
      await expectRefused(await send(s3.url, { path: changed }), 400, "AuthorizationQueryParametersError")
    }
  })

  it.each<[string, (raw: RawRequest) => RawRequest]>([
    ["method", (raw) => ({ ...raw, method: "DELETE" })],
    ["key", (raw) => ({ ...raw, path: raw.path.replace("/signed?", "/other?") })],
    ["expiry", (raw) => ({ ...raw, path: raw.path.replace("Expires=60", "Expires=600") })],
    ["query", (raw) => ({ ...raw, path: `${raw.path}&response-content-type=text%2Fhtml` })],
    ["signature", (raw) => ({ ...raw, path: raw.path.replace(/Signature=./, "Signature=z") })],
    ["host", (raw) => ({ ...raw, headers: { host: "evil.example" } })],
  ])("with its %s changed is refused", async (_case, change) => {
    const answer = await send(s3.url, change(await presigned(s3.url, { path: PATH })))
    await expectRefused(answer, 403, "SignatureDoesNotMatch")
  })

  it("with an x-amz header that it does not cover is refused", async () => {
    const request = await presigned(s3.url, { method: "PUT", path: PATH, body: "x" })
    const headers = { ...request.headers, "x-amz-meta-smuggled": "1" }
    await expectRefused(await send(s3.url, { ...request, headers }), 403, "AccessDenied")
  })

  it("beside an Authorization header is refused", async () => {
    const byUrl = await presigned(s3.url, { path: PATH })
    const byHeader = await signed(s3.url, { path: PATH })
    await expectRefused(await send(s3.url, { ...byHeader, path: byUrl.path }), 400, "InvalidArgument")
  })

  it("with a parameter missing or twice is refused", async () => {
    const { path } = await presigned(s3.url, { path: PATH })
    for (const name of ["Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature"]) {
      const missing = path.replace(new RegExp(`X-Amz-${name}=[^&]*&?`), "")
      expect(await send(s3.url, { path: missing })).toMatchObject({
        code: "AuthorizationQueryParametersError",
      })
      const twice = `${path}&X-Amz-${name}=x`
      expect(await send(s3.url, { path: twice })).toMatchObject({ code: "AuthorizationQueryParametersError" })
    }
  })
})

describe("a target that is no path", () => {
  it.each(["/%", `/${BUCKET}/%zz`, `/${BUCKET}/%ff`])("%s is refused", async (path) => {
    expect(await send(s3.url, { path })).toMatchObject({ status: 400, code: "InvalidURI" })
  })
})

/** A client that adds no checksum of an empty body to a URL, as the application configures it. */
function plainClient() {
  const client = clientFor(s3.url, CREDENTIALS)
  client.config.requestChecksumCalculation = async () => "WHEN_REQUIRED"
  return client
}
