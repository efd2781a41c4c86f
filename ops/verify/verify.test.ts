import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import { examplesIn } from "../../infra/contacts"
import { whoIsTold } from "./contacts"
import { dns } from "./dns"
import { headers } from "./headers"
import { health } from "./health"

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown }
let stop = () => {}
afterEach(() => stop())

/** A site that always answers so. */
async function site({ status = 200, headers: sent = {}, body = "" }: Answer): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status, sent).end(JSON.stringify(body)))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  stop = () => void server.close()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const fine = {
  status: "ok",
  version: "0.1.0",
  stage: "staging",
  time: "2026-01-01T00:00:00Z",
  checks: { table: "ok", storage: "ok" },
}
const safe = {
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "content-security-policy": "default-src 'self'; script-src 'self' 'nonce-abc'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-amz-cf-pop": "NRT57-P1",
  "x-cache": "Miss from cloudfront",
}

describe("health", () => {
  it("is fine when the stage itself says so", async () => {
    expect(await health(await site({ body: fine }), "staging")).toMatchObject({
      ok: true,
      found: expect.stringContaining("version 0.1.0"),
    })
  })

  it.each<[string, Answer, string]>([
    [
      "the table is not there",
      { status: 503, body: { ...fine, status: "failed", checks: { table: "failed", storage: "ok" } } },
      "table failed",
    ],
    ["another stage answers", { body: { ...fine, stage: "production" } }, "stage production answers here"],
    ["something else answers", { body: { hello: "world" } }, "not what /health answers"],
    ["an error page answers", { status: 502 }, "502"],
  ])("is not when %s", async (_, answer, found) => {
    expect(await health(await site(answer), "staging")).toMatchObject({
      ok: false,
      found: expect.stringContaining(found),
    })
  })

  it("is not when nothing answers", async () => {
    expect(await health("http://127.0.0.1:9", "staging")).toMatchObject({ ok: false })
  })
})

describe("headers", () => {
  it("are fine through the CDN with all that protects", async () => {
    expect(await headers(await site({ headers: safe }))).toMatchObject({
      ok: true,
      found: expect.stringContaining("NRT57-P1, Miss"),
    })
  })

  it.each<[string, string, string | undefined]>([
    ["not through CloudFront", "x-amz-cf-pop", undefined],
    ["strict-transport-security", "strict-transport-security", "max-age=60"],
    ["content-security-policy", "content-security-policy", "script-src 'unsafe-inline'"],
    ["x-content-type-options", "x-content-type-options", undefined],
    ["referrer-policy", "referrer-policy", undefined],
  ])("are not: %s", async (found, name, value) => {
    const { [name as keyof typeof safe]: _, ...others } = safe
    const sent = value ? { ...others, [name]: value } : others
    expect(await headers(await site({ headers: sent }))).toMatchObject({
      ok: false,
      found: expect.stringContaining(found),
    })
  })

  it("are not when the page is an error", async () => {
    expect(await headers(await site({ status: 500, headers: safe }))).toMatchObject({
      ok: false,
      found: "status 500",
    })
  })
})

describe("DNS", () => {
  const fault = (code: string) => Object.assign(new Error(`query ${code}`), { code })
  const resolver = (four: string[] | Error, six: string[] | Error = []) => ({
    resolve4: (async () => (four instanceof Error ? Promise.reject(four) : four)) as never,
    resolve6: (async () => (six instanceof Error ? Promise.reject(six) : six)) as never,
  })

  it("is fine with an address, over IPv6 or not", async () => {
    expect(await dns("example.com", resolver(["192.0.2.1"], ["2001:db8::1"]))).toMatchObject({
      ok: true,
      found: "1 IPv4, 1 IPv6 (192.0.2.1 …)",
    })
    expect(await dns("example.com", resolver(["192.0.2.1"], fault("ENODATA")))).toMatchObject({ ok: true })
  })

  it("is not without one, or when nobody answers", async () => {
    expect(await dns("example.com", resolver(fault("ENOTFOUND")))).toMatchObject({
      ok: false,
      found: "no IPv4 address",
    })
    expect(await dns("example.com", resolver(fault("ETIMEOUT")))).toMatchObject({
      ok: false,
      found: "query ETIMEOUT",
    })
  })
})

describe("contacts", () => {
  const level = { name: "Development", minutes: 30, emails: ["dev@photos.jp"], phones: [] }

  it("are those that were deployed; examples are a warning, and no failure", () => {
    const escalation = { levels: [{ name: "Development", minutes: 30, topic: "arn:1" }] }
    expect(whoIsTold({ escalation })).toMatchObject({ ok: true, found: "Development after 30 min" })
    expect(whoIsTold({})).toMatchObject({ ok: undefined, found: expect.stringContaining("WARNING") })
    expect(whoIsTold({}, { levels: [level] })).toMatchObject({
      found: expect.stringContaining("next deployment"),
    })
  })

  it.each([
    ["dev-team@your-domain.com", true],
    ["ops@example.org", true],
    ["ops@mail.example.com", true],
    ["ops@notexample.com", false],
    ["ops@photos.jp", false],
  ])("%s is an example: %s", (email, example) => {
    expect(examplesIn({ levels: [{ ...level, emails: [email] }] })).toEqual(example ? [email] : [])
  })
})
