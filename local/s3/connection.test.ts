import { once } from "node:events"
import { request } from "node:http"
import { connect } from "node:net"
import { PutObjectCommand } from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { slow } from "../../testing/slow"
import { startS3 } from "./index"
import { BUCKET, CREDENTIALS } from "./testing/names"
import { send, signed } from "./testing/raw"
import { clientFor, startTestServer, type TestServer } from "./testing/server"

const LARGE = Buffer.alloc(30_000_000)

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

describe("a refusal", () => {
  it.each(["PUT", "POST", "DELETE"])("reaches a client that sends 30 MB with %s", async (method) => {
    const answer = await send(s3.url, { method, path: `/${BUCKET}/large`, body: LARGE })
    expect(answer).toMatchObject({ status: 403, code: "AccessDenied" })
  })

  it("reaches a client in the middle of its body", async () => {
    const headers = {
      "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "x-amz-decoded-content-length": `${LARGE.length}`,
    }
    const request = await signed(s3.url, { method: "PUT", path: `/${BUCKET}/large`, headers })
    const body = Buffer.concat([Buffer.from("no chunk\r\n"), LARGE])
    expect(await send(s3.url, { ...request, body })).toMatchObject({ status: 400, code: "InvalidRequest" })
  })

  it("reaches the SDK with a large body, which may go on with the same client", async () => {
    const stranger = clientFor(s3.url, { ...CREDENTIALS, secretAccessKey: "wrong" })
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: "large", Body: LARGE })
    await expect(stranger.send(put)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" })
    await expect(stranger.send(put)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" })
    stranger.destroy()
  })

  it("comes before the body when the client waits with it", async () => {
    const { hostname, port } = new URL(s3.url)
    const headers = { expect: "100-continue", "content-length": LARGE.length }
    const outgoing = request({ hostname, port, method: "PUT", path: `/${BUCKET}/large`, headers })
    let continued = false
    outgoing.on("continue", () => {
      continued = true
    })
    outgoing.flushHeaders()
    const [response] = await once(outgoing, "response")
    expect([response.statusCode, response.headers.connection, continued]).toEqual([403, "close", false])
    outgoing.destroy()
  })

  it("leaves the connection usable for the next request", async () => {
    const { port } = new URL(s3.url)
    const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8")
    const bad = `PUT /${BUCKET}/k HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbody`
    socket.write(bad + bad)
    let seen = ""
    for await (const piece of socket) {
      seen += piece
      if (seen.split("</Error>").length === 3) break
    }
    expect(seen.match(/HTTP\/1.1 403/g)).toHaveLength(2)
  })
})

describe("a body the client waits with", () => {
  it("is asked for once the signature is verified", async () => {
    const { headers } = await signed(s3.url, { method: "PUT", path: `/${BUCKET}/waited`, body: "bytes" })
    const { hostname, port } = new URL(s3.url)
    const outgoing = request({
      hostname,
      port,
      method: "PUT",
      path: `/${BUCKET}/waited`,
      headers: { ...headers, expect: "100-continue", "content-length": 5 },
    })
    outgoing.flushHeaders()
    await once(outgoing, "continue")
    outgoing.end("bytes")
    const [response] = await once(outgoing, "response")
    expect(response.statusCode).toBe(200)
    response.resume()
  })
})

describe("the server", () => {
  it("says so when its port is taken, and leaves the folder alone", async () => {
    const { port } = new URL(s3.url)
    const options = { port: Number(port), buckets: [], corsOrigins: [], ...CREDENTIALS }
    const second = startS3({ ...options, dataDir: s3.dataDir })
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" })
    await s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "still", Body: "works" }))
  })

  it("closes with a client still connected", slow, async () => {
    const own = await startTestServer()
    await own.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "k", Body: "x" }))
    const socket = connect(Number(new URL(own.url).port), "127.0.0.1")
    await once(socket, "connect")
    await own.close()
    await expect(send(own.url, { path: "/" })).rejects.toMatchObject({ code: "ECONNREFUSED" })
    socket.destroy()
  })
})
