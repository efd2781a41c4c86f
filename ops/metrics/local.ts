import type { LogName, LogSource } from "../logs/source"
import type { Series } from "./series"
import { type MetricSource, partsOf, summed, type Window } from "./source"

type Line = Record<string, unknown>
/** Takes a value from a line; undefined where the line has none. */
type Take = (line: Line) => number | undefined

const one = (is: boolean) => (is ? 1 : undefined)
const from = (status: number) => (line: Line) =>
  one(Number(line.status) >= status && Number(line.status) < status + 100)
const number = (value: unknown) => (typeof value === "number" ? value : undefined)

/** What API Gateway counts, from the access log. */
const ofApi: Record<string, Take> = {
  Count: () => 1,
  "4xx": from(400),
  "5xx": from(500),
  Latency: ({ responseTime }) => number(responseTime),
}
const isCall = ({ message }: Line) =>
  message === "call ended" || message === "call failed" || message === "request"
/** What Lambda counts, from the lines that end a call. How many run at once, and how many might, only AWS knows. */
const ofFunction: Record<string, Take> = {
  Duration: (line) => (isCall(line) ? number(line.duration) : undefined),
  Errors: ({ message }) => one(message === "call failed"),
}
const late = ["cdn invalidation late", "cdn invalidated late"]

const functions: LogName[] = [
  "api",
  "image-processing",
  "stream",
  "photo-given-up",
  "every-minute",
  "background",
  "digest",
  "housekeeping",
]
const logOf = (name = "api"): LogName => (name === "table-changed" ? "stream" : (name as LogName))

/** Where a series is written on a laptop; undefined for what nobody counts there. */
function placeOf({ service, metric, of }: Series): { logs: LogName[]; take: Take } | undefined {
  const takes = { api: ofApi, lambda: ofFunction, dynamodb: {}, cloudfront: {} }
  if (service === "product") {
    if (metric === "InvalidationsLate")
      return { logs: ["stream", "every-minute"], take: ({ message }) => one(late.includes(String(message))) }
    return { logs: functions, take: (line) => ("_aws" in line ? number(line[metric]) : undefined) }
  }
  const take: Take | undefined = (takes[service] as Record<string, Take>)[metric]
  return take && { logs: service === "api" ? ["access"] : [logOf(of)], take }
}

/** The metrics that the logs of the launcher hold. */
export function localMetrics(log: (name: LogName) => LogSource): MetricSource {
  return {
    async read(series, window) {
      const parts = series.map(() => Array.from({ length: partsOf(window) }, (): number[] => []))
      const places = series.map(placeOf)
      const names = new Set(places.flatMap((place) => place?.logs ?? []))
      for (const name of names) {
        for await (const { at, line } of linesOf(log(name), window)) {
          const part = Math.floor((at - window.since) / 1000 / window.step)
          for (const [i, place] of places.entries()) {
            const value = place?.logs.includes(name) ? place.take(line) : undefined
            if (value !== undefined) parts[i]?.[part]?.push(value)
          }
        }
      }
      return series.map(({ stat }, i) => parts[i]?.map((values) => summed(values, stat)) ?? [])
    },
  }
}

async function* linesOf(log: LogSource, { since, until }: Window) {
  for await (const { at, message } of log.search({ since, until }))
    yield { at, line: JSON.parse(message) as Line }
}
