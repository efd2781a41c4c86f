import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET, ORIGIN } from "./testing/names"
import { presigned, send, signed } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

const PATH = `/${BUCKET}/cors`

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
})
afterAll(() => s3.close())

const preflight = (origin: string, method = "PUT") =>
  send(s3.url, {
    method: "OPTIONS",
    path: PATH,
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "content-type,x-amz-checksum-sha256",
    },
  })

describe("a preflight", () => {
  it.each(["GET", "HEAD", "PUT", "POST", "DELETE"])(
    "for %s of a configured origin is allowed",
    async (method) => {
      const answer = await preflight(ORIGIN, method)
      expect(answer).toMatchObject({ status: 200, body: "" })
      expect(answer.headers).toMatchObject({
        "access-control-allow-origin": ORIGIN,
        "access-control-allow-headers": "content-type,x-amz-checksum-sha256",
        "access-control-allow-methods": expect.stringContaining(method),
      })
    },
  )

  it.each([
    ["http://evil.example", "PUT"],
    ["http://localhost:3001", "PUT"],
    ["http://localhost:3000.evil.example", "PUT"],
    ["null", "PUT"],
    [ORIGIN, "PATCH"],
  ])("of %s for %s is not", async (origin, method) => {
    const answer = await preflight(origin, method)
    expect(answer).toMatchObject({ status: 403, code: "AccessForbidden" })
    expect(answer.headers).not.toHaveProperty("access-control-allow-methods")
    if (origin !== ORIGIN) expect(answer.headers).not.toHaveProperty("access-control-allow-origin")
  })

  it("without an origin is none", async () => {
    expect(await send(s3.url, { method: "OPTIONS", path: PATH })).toMatchObject({
      status: 400,
      code: "BadRequest",
    })
  })
})

describe("an answer", () => {
  it("may be read by a configured origin, ETag included", async () => {
    const raw = { method: "PUT", path: PATH, body: "x", headers: { origin: ORIGIN } }
    const answer = await send(s3.url, await signed(s3.url, raw))
    expect(answer.status).toBe(200)
    expect(answer.headers["access-control-allow-origin"]).toBe(ORIGIN)
    expect(answer.headers["access-control-expose-headers"]).toContain("ETag")
    expect(answer.headers.vary).toContain("Origin")
  })

  it("may be read when it is a refusal", async () => {
    const answer = await send(s3.url, { method: "PUT", path: PATH, body: "x", headers: { origin: ORIGIN } })
    expect(answer.status).toBe(403)
    expect(answer.headers["access-control-allow-origin"]).toBe(ORIGIN)
  })

  it("says nothing to other origins", async () => {
    const request = await presigned(s3.url, { path: PATH })
    const answer = await send(s3.url, {
      ...request,
      headers: { ...request.headers, origin: "http://evil.example" },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin")
  })
})
