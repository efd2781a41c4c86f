import { beforeAll, describe, expect, it, vi } from "vitest"
import { newestSecret, secretVersions } from "@/core/secret"
import { type Answer, api } from "@/testing/api"
import { given, type Person } from "@/testing/given"
import { useSettings } from "@/testing/settings"

let ada: Person
// Time stands still, so that no window ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

beforeAll(async () => {
  process.env.SST_RESOURCE_CdnSecret = JSON.stringify({ value: "new:newest-secret,old:older-secret" })
  useSettings({
    cdnSecretRequired: true,
    limits: { writesPerMinute: 3, signUpsPerHour: 2, uploadsPerMinute: 1, photosPerDay: 1 },
  })
  ada = await given.person()
})

const from = (address: string) => ({
  "x-cdn-secret": newestSecret("CdnSecret").value,
  "x-viewer-address": address,
})
/** Refused by its words, but counted. */
const badSignUp = {
  handle: "someone",
  email: "someone@example.com",
  password: "password1234",
  ageConfirmed: true,
}

/** As people say it: short waits in seconds, long ones in minutes. */
const wait = (seconds: number) =>
  seconds > 120 ? `about ${Math.ceil(seconds / 60)} minute` : `${seconds} second`

function expectLimited({ status, headers, body }: Answer) {
  expect(status).toBe(429)
  const seconds = headers.get("retry-after") ?? ""
  expect(seconds).toMatch(/^[1-9]\d*$/)
  expect(body).toMatchObject({
    code: "rate_limited",
    detail: expect.stringContaining(wait(Number(seconds))),
  })
}

describe("around the CDN", () => {
  it.each([
    "GET /api/feed/explore",
    "GET /api/me",
    "POST /api/account",
    "GET /health",
    "GET /api/health",
    "GET /api/docs",
    "GET /api/openapi.json",
    "GET /api/nothing",
  ] as const)("%s is refused", async (where) => {
    const wrong = [undefined, "", "newest-secreT", "newest-secret,older-secret"]
    for (const secret of wrong) {
      const headers: Record<string, string> = secret === undefined ? {} : { "x-cdn-secret": secret }
      const { body } = await api(where, { as: ada, headers })
      expect(body).toMatchObject({ status: 403, reason: "around_cdn" })
    }
  })

  it("means without one of its secrets: the newest, and the one before", async () => {
    for (const { value } of secretVersions("CdnSecret")) {
      const { status } = await api("GET /api/me", { as: ada, headers: { "x-cdn-secret": value } })
      expect(status).toBe(200)
    }
  })
})

describe("a limit", () => {
  it("counts by the address that the CDN gives, and by nothing a caller writes", async () => {
    const signUp = (headers: Record<string, string>) => api("POST /api/account", { json: badSignUp, headers })
    for (const i of [1, 2]) {
      expect((await signUp({ ...from("203.0.113.7"), "x-forwarded-for": `198.51.100.${i}` })).status).toBe(
        400,
      )
    }
    const spoofed = {
      "x-forwarded-for": "198.51.100.9",
      "x-real-ip": "198.51.100.9",
      forwarded: "for=198.51.100.9",
    }
    expectLimited(await signUp({ ...from("203.0.113.7"), ...spoofed }))
    expect((await signUp(from("203.0.113.8"))).status).toBe(400)
  })

  it("of writes counts by person, whatever the address", async () => {
    const statuses: number[] = []
    for (const i of [1, 2, 3]) {
      statuses.push(
        (await api("PATCH /api/me", { as: ada, json: { bio: `${i}` }, headers: from(`203.0.113.${i}`) }))
          .status,
      )
    }
    expect(statuses).toEqual([200, 200, 200])
    expectLimited(await api("PATCH /api/me", { as: ada, json: { bio: "4" }, headers: from("203.0.113.99") }))
    expect((await api("GET /api/me", { as: ada, headers: from("203.0.113.99") })).body).toMatchObject({
      bio: "3",
    })
  })

  it("of uploads holds by the minute", async () => {
    const bob = await given.person()
    const json = { fileName: "a.jpg", contentType: "image/jpeg", byteLength: 9, sha256: "0".repeat(64) }
    const start = () => api("POST /api/uploads", { as: bob, json, headers: from("203.0.113.20") })
    expect((await start()).status).toBe(201)
    expectLimited(await start())
  })
})
