import { appendFile, mkdir, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { describe, expect, it } from "vitest"
import { logFile } from "../../local/logs/log-file"
import { eventually, temporaryFolder } from "../../local/test-kit"
import { localLog } from "./local"
import { lengthOf, momentOf, periodOf } from "./period"
import { asJson, shown } from "./show"
import type { LogEvent } from "./source"

const noon = Date.parse("2026-11-28T12:00:00Z")
const line = (second: number, more: object = {}) =>
  JSON.stringify({
    timestamp: new Date(noon + second * 1000).toISOString(),
    level: "INFO",
    message: "写真",
    ...more,
  })

/** A data folder whose api log has these lines, the older ones in a file that was full. */
async function given(older: string[], newer: string[]) {
  const dataDir = await temporaryFolder()
  const file = logFile(dataDir, "api")
  await mkdir(path.dirname(file))
  const text = (lines: string[]) => lines.map((one) => `${one}\n`).join("")
  await writeFile(`${file}.1`, text(older))
  await writeFile(file, text(newer))
  return { file, log: localLog(dataDir, "api") }
}

async function all(events: AsyncIterable<LogEvent>) {
  const found: LogEvent[] = []
  for await (const event of events) found.push(event)
  return found
}

describe("a local log", () => {
  it("is searched over all its files, in a period, through a pattern", async () => {
    const { log } = await given(
      [line(0), line(1, { status: 500 })],
      [line(2), line(3, { status: 404 }), line(4)],
    )
    const at = async (since: number, until: number, filter?: string) =>
      (await all(log.search({ since: noon + since * 1000, until: noon + until * 1000, filter }))).map(
        (event) => (event.at - noon) / 1000,
      )
    expect(await at(0, 9)).toEqual([0, 1, 2, 3, 4])
    expect(await at(1, 4)).toEqual([1, 2, 3])
    expect(await at(0, 9, "{ $.status >= 400 }")).toEqual([1, 3])
    await expect(at(0, 9, "{ $.status")).rejects.toThrow(/cannot be read\.[\s\S]*at character 11/)
  })

  it("is followed through its end, the next file, and lines that come in two pieces", async () => {
    const { file, log } = await given([line(0)], [line(1)])
    const stop = new AbortController()
    const seen: number[] = []
    const following = (async () => {
      for await (const { at } of log.follow({ since: noon, filter: "写真" }, stop.signal))
        seen.push((at - noon) / 1000)
    })()
    await eventually(() => expect(seen).toEqual([0, 1]))
    const two = Buffer.from(`${line(2)}\n`)
    // In the middle of a letter of three bytes.
    const middle = two.indexOf("写") + 1
    await appendFile(file, two.subarray(0, middle))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await appendFile(file, two.subarray(middle))
    await rename(file, `${file}.1`)
    await writeFile(file, `${line(3)}\n`)
    await eventually(() => expect(seen).toEqual([0, 1, 2, 3]))
    await appendFile(file, `${line(4)}\n${line(5, { message: "other" })}\n${line(6)}\n`)
    await eventually(() => expect(seen).toEqual([0, 1, 2, 3, 4, 6]))
    stop.abort()
    await following
  })

  it("knows when lines of the access log and metrics were written", async () => {
    const { log } = await given(
      [JSON.stringify({ requestTime: "28/Nov/2026:12:00:05 +0000", routeKey: "ANY /health" })],
      [JSON.stringify({ _aws: { Timestamp: noon + 6000 }, Likes: 1 }), "a line of no time"],
    )
    const found = await all(log.search({ since: 1, until: noon * 2 }))
    expect(found.map(({ at }) => at)).toEqual([noon + 5000, noon + 6000])
  })

  it.each(["waf", "canary"] as const)("of %s there is none", (name) => {
    expect(() => localLog("/nowhere", name)).toThrow(`The local stage has no log of ${name}.`)
  })
})

describe("a period", () => {
  it.each([
    ["90s", noon - 90_000],
    ["1h", noon - 3_600_000],
    ["1.5d", noon - 129_600_000],
    ["now", noon],
    ["2026-11-27", new Date(2026, 10, 27).getTime()],
    ["2026-11-27T09:30", new Date(2026, 10, 27, 9, 30).getTime()],
    ["2026-11-27T09:30Z", Date.parse("2026-11-27T09:30Z")],
    ["1640995200000", 1_640_995_200_000],
  ])("begins at %s", (text, at) => {
    expect(momentOf(text, noon)).toBe(at)
  })

  it.each(["", "1", "yesterday", "5 m", "2026-13-01", "-1h"])("does not begin at %j", (text) => {
    expect(() => momentOf(text, noon)).toThrow("is no moment")
    expect(() => lengthOf(text)).toThrow("is no length of time")
  })

  it("does not end before it begins", () => {
    expect(() => periodOf({ since: "1h", until: "2h" }, noon)).toThrow("1h is not before 2h.")
  })
})

describe("an event is shown", () => {
  const about = (event: object) =>
    stripVTControlCharacters(shown({ at: noon, message: JSON.stringify(event) }))
  it.each([
    [
      {
        level: "INFO",
        message: "request",
        status: 200,
        duration: 12,
        method: "GET",
        path: "/api/me",
        user_id: "u",
      },
      "INFO   200     12 ms  GET /api/me  user_id=u",
    ],
    [
      {
        routeKey: "ANY /health",
        status: 503,
        responseTime: 9,
        httpMethod: "GET",
        path: "/health",
        sourceIp: "::1",
        requestId: "r",
      },
      "503      9 ms  GET /health  ::1  r",
    ],
    [
      {
        action: "BLOCK",
        terminatingRuleId: "RateLimitPerIP",
        httpRequest: { clientIp: "1.2.3.4", country: "JP", httpMethod: "GET", uri: "/x" },
      },
      "BLOCK  GET /x  1.2.3.4 (JP)  RateLimitPerIP",
    ],
    [{ _aws: {}, service: "s", Likes: 2 }, "METRIC  Likes=2"],
    [
      {
        level: "ERROR",
        message: "S3 PutObject failed",
        request_id: "r",
        error: { message: "no", stack: "Error: no\n at x" },
      },
      "ERROR  S3 PutObject failed  request_id=r\nError: no\n at x",
    ],
  ])("%j", (event, text) => {
    expect(about(event)).toBe(`2026-11-28 12:00:00.000  ${text}`)
  })

  it("for scripts as an object, or as it is", () => {
    expect([asJson({ at: noon, message: '{"a":1}' }), asJson({ at: noon, message: "[1" })]).toEqual([
      { timestamp: "2026-11-28T12:00:00.000Z", message: { a: 1 } },
      { timestamp: "2026-11-28T12:00:00.000Z", message: "[1" },
    ])
  })
})
