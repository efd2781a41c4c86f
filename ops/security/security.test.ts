import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { logFile } from "../../local/logs/log-file"
import { temporaryFolder } from "../../local/test-kit"
import { localLog } from "../logs/local"
import { type Request, requestsOf } from "./requests"
import { suspicious } from "./suspicious"

const noon = Date.parse("2026-11-28T12:00:00Z")
const request = (address: string, more: Partial<Request> = {}): Request => ({
  at: noon,
  address,
  method: "GET",
  path: "/api/feed/home",
  status: 200,
  duration: 20,
  requestId: "r",
  ...more,
})
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i))

describe("what is suspicious", () => {
  it("is nothing where people use the site", () => {
    const usual = times(50, (i) => request(`10.0.0.${i % 5}`, { status: i % 10 === 0 ? 404 : 200 }))
    const found = suspicious(usual)
    expect(found).toMatchObject({ requests: 50, bursts: [], slow: [] })
    expect(found.addresses.flatMap(({ why }) => why)).toEqual([])
  })

  it("is an address that looks for what is not there, tries to get in, or calls too often", () => {
    const { addresses } = suspicious([
      ...times(100, () => request("10.0.0.1")),
      ...times(25, (i) => request("10.0.0.2", { status: 404, path: `/api/${i}.php` })),
      ...times(10, () => request("10.0.0.3", { status: 401 })),
      request("10.0.0.4", { status: 429 }),
    ])
    expect(addresses.map(({ address, why }) => [address, ...why])).toEqual([
      ["10.0.0.2", "mostly errors"],
      ["10.0.0.3", "often refused"],
      ["10.0.0.4", "too often"],
      ["10.0.0.1"],
    ])
    expect(addresses[0]).toMatchObject({ requests: 25, errors: 25, missing: 25 })
  })

  it("is a minute with far more errors than usual, and not one of many such", () => {
    const errors = (minute: number, count: number) =>
      times(count, () => request("10.0.0.1", { at: noon + minute * 60_000, status: 500 }))
    const end = request("10.0.0.1", { at: noon + 9 * 60_000 })
    expect(suspicious([...errors(3, 25), end]).bursts).toMatchObject([
      { at: noon + 180_000, errors: 25, statuses: [{ value: "500", times: 25 }] },
    ])
    expect(suspicious([...errors(3, 19), end]).bursts).toEqual([])
    const always = times(10, (minute) => errors(minute, 25)).flat()
    expect(suspicious(always).bursts).toEqual([])
  })

  it("are requests over five seconds, the slowest first", () => {
    const { slow } = suspicious([5000, 5001, 9000].map((duration) => request("10.0.0.1", { duration })))
    expect(slow.map(({ duration }) => duration)).toEqual([9000, 5001])
  })
})

it("requests are found in the server's log, of one address when asked", async () => {
  const dataDir = await temporaryFolder()
  const file = logFile(dataDir, "api")
  await mkdir(path.dirname(file))
  const timestamp = new Date(noon).toISOString()
  const line = {
    timestamp,
    message: "request",
    method: "GET",
    path: "/api/me",
    status: 200,
    duration: 5,
    user_id: "u",
  }
  const lines = [
    { ...line, sourceIp: "192.168.1.1", request_id: "a" },
    { ...line, sourceIp: "192.168.1.11", request_id: "b" },
    { ...line, sourceIp: "192.168.1.1", message: "request failed" },
  ]
  await writeFile(file, lines.map((one) => `${JSON.stringify(one)}\n`).join(""))
  const log = localLog(dataDir, "api")
  const period = { since: noon, until: noon + 1 }
  expect((await requestsOf(log, period)).map(({ requestId }) => requestId)).toEqual(["a", "b"])
  expect(await requestsOf(log, period, '$.sourceIp = "192.168.1.1"')).toEqual([
    {
      at: noon,
      address: "192.168.1.1",
      method: "GET",
      path: "/api/me",
      status: 200,
      duration: 5,
      userId: "u",
      userAgent: undefined,
      requestId: "a",
    },
  ])
})
