import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { describe, expect, it } from "vitest"
import { ownMetrics } from "../../core/metrics.schema"
import { unknown } from "../../infra/evaluate/cloudwatch-metrics"
import { logFile } from "../../local/logs/log-file"
import { temporaryFolder } from "../../local/test-kit"
import { localLog } from "../logs/local"
import { namesOf } from "../stage"
import { localMetrics } from "./local"
import { seriesOf, services } from "./series"
import { asJson, overall, shown } from "./show"
import { partsOf, summed, type Values, windowOf } from "./source"
import { sparkline } from "./sparkline"

const hour = 3_600_000
const noon = Date.parse("2026-11-28T12:00:00Z")
const known = { names: namesOf("production"), outputs: { apiId: "a1", distribution: "E1", table: "t" } }

describe("the series", () => {
  it("exist in CloudWatch under these names and dimensions", () => {
    const series = services.flatMap((service) => seriesOf(service, known))
    expect(series.length).toBeGreaterThan(35)
    for (const { namespace, metric, dimensions } of series)
      expect(unknown(namespace, metric, Object.keys(dimensions)), `${namespace} ${metric}`).toBeUndefined()
  })

  it("are the runbook's", () => {
    const names = services.map((service) => seriesOf(service, known).map(({ metric }) => metric))
    expect(names[0]).toEqual(expect.arrayContaining(["Count", "4xx", "5xx", "Latency"]))
    expect(names[1]).toEqual(
      expect.arrayContaining(["Duration", "Errors", "ConcurrentExecutions", "Throttles"]),
    )
    expect(names[2]).toEqual([
      "ConsumedReadCapacityUnits",
      "ConsumedWriteCapacityUnits",
      "ReadThrottleEvents",
      "WriteThrottleEvents",
    ])
    expect(names[3]).toContain("CacheHitRate")
    expect(names[4]).toEqual(Object.keys(ownMetrics))
    expect(seriesOf("lambda", known)[0]?.dimensions).toEqual({
      FunctionName: "photo-sharing-app-production-api",
    })
    expect(seriesOf("cloudfront", { ...known, outputs: { table: "t" } })).toEqual([])
  })
})

describe("a period", () => {
  it.each([
    [hour, 300, 12],
    [24 * hour, 3600, 24],
    [7 * 24 * hour, 21_600, 28],
  ])("of %d ms has parts of %d s", (length, step, parts) => {
    const window = windowOf({ since: noon - length, until: noon })
    expect([window.step, partsOf(window)]).toEqual([step, parts])
  })

  it("is widened to whole parts", () => {
    const window = windowOf({ since: noon - hour - 1, until: noon + 1 })
    expect(window).toEqual({ since: noon - hour - 300_000, until: noon + 300_000, step: 300 })
  })
})

describe("values", () => {
  it("are summed up by their statistic", () => {
    const values = [...Array(100).keys()].map((i) => i + 1)
    expect(summed(values, "Sum")).toBe(5050)
    expect(summed(values, "Average")).toBe(50.5)
    expect(summed(values, "Maximum")).toBe(100)
    expect(summed(values, "p95")).toBe(95)
    expect(summed([], "Sum")).toBeUndefined()
  })

  it("are a line of bars, with dots where nothing was counted", () => {
    expect(sparkline([0, 7, undefined, 14, 100])).toBe("▁▁·▂█")
    expect(sparkline([0, 0])).toBe("▁▁")
  })
})

/** A local stage with these lines in its logs. */
async function given(logs: Record<string, object[]>) {
  const dataDir = await temporaryFolder()
  await mkdir(path.join(dataDir, "logs"))
  for (const [name, lines] of Object.entries(logs)) {
    await writeFile(logFile(dataDir, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  }
  return localMetrics((name) => localLog(dataDir, name))
}
const at = (minutes: number) => ({
  timestamp: new Date(noon + minutes * 60_000).toISOString(),
  level: "INFO",
})
const access = (minute: number, status: number, responseTime: number) => ({
  requestTime: `28/Nov/2026:12:0${minute}:00 +0000`,
  status,
  responseTime,
})
const emf = (minutes: number, metric: string, value: number) => ({
  _aws: { Timestamp: noon + minutes * 60_000 },
  [metric]: value,
})

describe("the local stage", () => {
  it("counts from its logs what AWS counts by itself", async () => {
    const source = await given({
      access: [access(0, 200, 10), access(1, 404, 20), access(7, 503, 90)],
      api: [
        { ...at(1), message: "request", duration: 30 },
        { ...at(2), message: "request", duration: 50 },
        { ...at(2), message: "other", duration: 999 },
        emf(6, "Likes", 1),
        emf(6, "Likes", 1),
      ],
      "image-processing": [
        { ...at(1), message: "call ended", duration: 100 },
        { ...at(8), message: "call failed", duration: 300 },
        emf(1, "PhotoReady", 1500),
      ],
      "table-changed": [{ ...at(3), message: "cdn invalidation late" }],
      housekeeping: [emf(2, "PhotosStuck", 4), emf(3, "PhotosStuck", 2)],
    })
    const window = { since: noon, until: noon + 600_000, step: 300 }
    const series = services.flatMap((service) => seriesOf(service, known))
    const values = await source.read(series, window)
    const found = new Map(
      series.map((one, i) => [[one.of, one.metric, one.stat].filter(Boolean).join(" "), values[i]]),
    )
    expect(
      Object.fromEntries([...found].filter(([, some]) => some?.some((value) => value !== undefined))),
    ).toEqual({
      "Count Sum": [2, 1],
      "4xx Sum": [1, undefined],
      "5xx Sum": [undefined, 1],
      "Latency Average": [15, 90],
      "Latency p95": [20, 90],
      "api Duration Average": [40, undefined],
      "api Duration p95": [50, undefined],
      "image-processing Duration Average": [100, 300],
      "image-processing Duration p95": [100, 300],
      "image-processing Errors Sum": [undefined, 1],
      "Likes Sum": [undefined, 2],
      "PhotoReady p95": [1500, undefined],
      "PhotosStuck Maximum": [4, undefined],
      "InvalidationsLate Sum": [1, undefined],
    })
  })
})

describe("metrics are shown", () => {
  const window = { since: noon, until: noon + 3 * hour, step: 3600 }
  const told = (metric: string, values: Values) => {
    const series = seriesOf("api", known).find((one) => one.metric === metric)
    if (!series) throw new Error(metric)
    return { series, values }
  }
  const some = [
    told("Count", [1000, undefined, 234]),
    told("Latency", [10.25, 20, undefined]),
    told("5xx", []),
  ]

  it("as a table with their course", () => {
    const lines = stripVTControlCharacters(shown(some, window)).split("\n")
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["metric", "all of it", "highest 1 h", "course"],
      ["Count", "sum", "1,234", "1,000", "█·▃"],
      ["Latency", "mean", "15.1 ms", "20 ms", "▅█·"],
      ["5xx", "sum", "–", "–", "–"],
    ])
  })

  it("as objects for scripts", () => {
    expect(asJson(some, window)).toMatchObject({
      since: "2026-11-28T12:00:00.000Z",
      step: 3600,
      series: [
        { metric: "Count", stat: "Sum", overall: 1234, values: [1000, null, 234] },
        { overall: 15.125 },
        { metric: "5xx", overall: null },
      ],
    })
    expect(overall(told("5xx", [undefined]))).toBeUndefined()
  })
})
