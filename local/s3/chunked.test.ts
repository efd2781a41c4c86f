import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { ChecksumAlgorithm, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET } from "./testing/names"
import { type RawRequest, send, signed, signer } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

const PATH = `/${BUCKET}/chunked`
const sha256 = (data: string) => createHash("sha256").update(data).digest("hex")
const CRC32_OF_HELLO_WORLD = "DUoRhQ=="

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const read = async () => {
  const answer = await send(
    s3.url,
    await signed(s3.url, { path: PATH, headers: { "x-amz-checksum-mode": "ENABLED" } }),
  )
  return { body: answer.body, crc32: answer.headers["x-amz-checksum-crc32"] }
}

/** Sends an unsigned aws-chunked body exactly as written. */
const sendUnsigned = async (body: string, headers: Record<string, string> = {}) => {
  const all = {
    "content-encoding": "aws-chunked",
    "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-decoded-content-length": "11",
    "x-amz-trailer": "x-amz-checksum-crc32",
    ...headers,
  }
  const { headers: signedHeaders } = await signed(s3.url, { method: "PUT", path: PATH, headers: all })
  return send(s3.url, { method: "PUT", path: PATH, headers: signedHeaders, body })
}
const chunks = (crc: string) => `6\r\nhello \r\n5\r\nworld\r\n0\r\nx-amz-checksum-crc32:${crc}\r\n\r\n`

describe("an unsigned aws-chunked body", () => {
  it("is stored without its framing, with its trailing checksum", async () => {
    expect(await sendUnsigned(chunks(CRC32_OF_HELLO_WORLD))).toMatchObject({ status: 200 })
    expect(await read()).toEqual({ body: "hello world", crc32: CRC32_OF_HELLO_WORLD })
  })

  it.each([
    ["a wrong checksum", chunks("AAAAAA=="), {}, "BadDigest"],
    ["no trailer", "b\r\nhello world\r\n0\r\n\r\n", {}, "MalformedTrailerError"],
    [
      "another length than declared",
      chunks(CRC32_OF_HELLO_WORLD),
      { "x-amz-decoded-content-length": "12" },
      "IncompleteBody",
    ],
    [
      "no declared length",
      chunks(CRC32_OF_HELLO_WORLD),
      { "x-amz-decoded-content-length": "" },
      "MissingContentLength",
    ],
    ["its end missing", "b\r\nhello wo", {}, "IncompleteBody"],
    ["its last chunk missing", "b\r\nhello world\r\n", {}, "IncompleteBody"],
    ["a chunk size that is none", "zz\r\nhello world\r\n0\r\n\r\n", {}, "InvalidRequest"],
    ["a chunk longer than it says", "5\r\nhello world\r\n0\r\n\r\n", {}, "InvalidRequest"],
    ["an endless chunk header", "1".repeat(50_000), {}, "InvalidRequest"],
    [
      "a signature nobody asked for",
      `b;chunk-signature=${"0".repeat(64)}\r\nhello world\r\n0\r\n\r\n`,
      {},
      "InvalidRequest",
    ],
  ])("with %s is refused", async (_case, body, headers, code) => {
    await sendUnsigned(chunks(CRC32_OF_HELLO_WORLD))
    expect(await sendUnsigned(body, headers)).toMatchObject({ code })
    expect((await read()).body).toBe("hello world")
  })
})

/** Writes a signed aws-chunked request, as the SDKs of other languages do. */
async function signedChunks(
  pieces: string[],
  trailer?: { name: string; value: string },
): Promise<RawRequest> {
  const signingDate = new Date()
  const headers: Record<string, string> = {
    "content-encoding": "aws-chunked",
    "x-amz-content-sha256": `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer ? "-TRAILER" : ""}`,
    "x-amz-decoded-content-length": `${Buffer.byteLength(pieces.join(""))}`,
  }
  if (trailer) headers["x-amz-trailer"] = trailer.name
  const request = await signed(s3.url, { method: "PUT", path: PATH, headers }, { date: signingDate })
  const authorization = request.headers?.authorization ?? ""
  const longDate = request.headers?.["x-amz-date"] ?? ""
  const scope = `${longDate.slice(0, 8)}/us-east-1/s3/aws4_request`
  let previous = /Signature=(\w+)/.exec(authorization)?.[1] ?? ""
  const sign = async (kind: string, ...hashes: string[]) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, longDate, scope, previous, ...hashes].join("\n")
    previous = await signer().sign(text, { signingDate })
    return previous
  }
  let body = ""
  for (const piece of [...pieces, ""]) {
    const signature = await sign("PAYLOAD", sha256(""), sha256(piece))
    body += `${Buffer.byteLength(piece).toString(16)};chunk-signature=${signature}\r\n`
    if (piece !== "") body += `${piece}\r\n`
  }
  if (trailer) {
    const line = `${trailer.name}:${trailer.value}`
    body += `${line}\r\nx-amz-trailer-signature:${await sign("TRAILER", sha256(`${line}\n`))}\r\n`
  }
  return { ...request, body: `${body}\r\n` }
}

describe("a signed aws-chunked body", () => {
  const pieces = ["hello ", "world"]
  const trailer = { name: "x-amz-checksum-crc32", value: CRC32_OF_HELLO_WORLD }

  it("is stored when every chunk's signature is right", async () => {
    expect(await send(s3.url, await signedChunks(pieces))).toMatchObject({ status: 200 })
    expect((await read()).body).toBe("hello world")
    expect(await send(s3.url, await signedChunks(pieces, trailer))).toMatchObject({ status: 200 })
    expect(await read()).toEqual({ body: "hello world", crc32: CRC32_OF_HELLO_WORLD })
  })

  it.each<[string, (body: string) => string]>([
    ["a changed byte", (body) => body.replace("world", "w0rld")],
    ["swapped chunks", (body) => body.replace(/^(6;.*\r\n.*\r\n)(5;.*\r\n.*\r\n)/, "$2$1")],
    ["a chunk left out", (body) => body.replace(/5;.*\r\n.*\r\n/, "")],
    ["a changed trailer", (body) => body.replace("crc32:D", "crc32:E")],
    ["an unsigned trailer", (body) => body.replace(/x-amz-trailer-signature.*\r\n/, "")],
  ])("with %s is refused", async (_case, change) => {
    const request = await signedChunks(pieces, trailer)
    const body = change(`${request.body}`)
    expect(body).not.toBe(request.body)
    expect(await send(s3.url, { ...request, body })).toMatchObject({
      status: 403,
      code: "SignatureDoesNotMatch",
    })
    expect((await read()).body).toBe("hello world")
  })
})

describe("checksums of the SDK", () => {
  it.each(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const)(
    "%s goes in and comes back",
    async (name) => {
      const bytes = Buffer.alloc(200_000, name)
      const Key = `sum/${name}`
      const put = new PutObjectCommand({
        Bucket: BUCKET,
        Key,
        Body: bytes,
        ChecksumAlgorithm: ChecksumAlgorithm[name],
      })
      const written = await s3.client.send(put)
      const object = await s3.client.send(
        new GetObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: "ENABLED" }),
      )
      expect(object[`Checksum${name}`]).toBeTruthy()
      expect(object[`Checksum${name}`]).toBe(written[`Checksum${name}`])
      expect(await object.Body?.transformToByteArray()).toHaveLength(200_000)
    },
  )

  it("trail a stream", async () => {
    const Body = Readable.from([Buffer.from("hello "), Buffer.from("world")])
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: "chunked", Body, ContentLength: 11 })
    expect((await s3.client.send(put)).ChecksumCRC32).toBe(CRC32_OF_HELLO_WORLD)
    expect(await read()).toEqual({ body: "hello world", crc32: CRC32_OF_HELLO_WORLD })
  })

  it.each([
    [{ "x-amz-checksum-crc32": "AAAAAA==" }, 400, "BadDigest"],
    [{ "x-amz-checksum-crc32": "not base64" }, 400, "InvalidRequest"],
    [{ "content-md5": "1B2M2Y8AsgTpgAmY7PhCfg==" }, 400, "BadDigest"],
    [{ "content-md5": "short" }, 400, "InvalidDigest"],
    [{ "x-amz-content-sha256": "nonsense" }, 400, "InvalidArgument"],
    [{ "transfer-encoding": "chunked" }, 501, "NotImplemented"],
  ])("or headers such as %j are held against the body", async (headers, status, code) => {
    const request = await signed(s3.url, { method: "PUT", path: PATH, body: "hello world", headers })
    expect(await send(s3.url, request)).toMatchObject({ status, code })
  })
})
