import { paginateGetTraceSummaries, type TraceSummary, XRayClient } from "@aws-sdk/client-xray"
import { orNothing } from "../../logs/or-nothing"
import { summed, type Values } from "../../metrics/source"
import { type About, dateOf, day } from "../context"
import type { Part } from "../report"

type Route = { name: string; durations: number[]; total: number; table: number; storage: number }
const shownAtMost = 15
const tooSlow = 2000
/** Of a day, a page being some hundred traces: enough to say which was the slowest, and bounded. */
const pagesADay = 10

/** The routes where most time went, and what it went into; on AWS what X-Ray says of each day as well. */
export async function traces(about: About): Promise<Part> {
  const { stage, since, until, words: all } = about
  const { traces: w, ...words } = all
  const routes = await routesOf(about)
  const count = routes.reduce((sum, { durations }) => sum + durations.length, 0)
  const rows = routes.map((route) => ({ ...route, p95: summed(route.durations, "p95") ?? 0 }))
  const slow = rows.filter(({ p95, durations }) => p95 > tooSlow && durations.length >= 5)
  const days = stage.isLocal ? undefined : await xray(stage.client(XRayClient), { since, until })
  const part = (some: number, total: number) =>
    total > 0 ? `${Math.round((100 * some) / total)} %` : words.none
  const ms = (value: number) => `${words.number(Math.round(value))} ms`
  return {
    title: w.title,
    state: slow.length > 0 ? "needs" : "ok",
    said: [
      count > 0 ? w.said(count) : w.none,
      ...(days ? [w.xray(sum(days.map((one) => one.count)), sum(days.map(({ faults }) => faults)))] : []),
    ],
    charts: days
      ? [
          {
            title: w.course,
            value: ms(Math.max(0, ...days.map(({ slowest }) => slowest ?? 0))),
            values: days.map(({ slowest }) => slowest),
            kind: "bars",
            from: dateOf(since),
            to: dateOf(until - 1),
          },
        ]
      : [],
    tables:
      count > 0
        ? [
            {
              columns: w.columns.map((as, i) => ({ as, ...(i > 0 ? { align: "right" as const } : {}) })),
              rows: rows
                .slice(0, shownAtMost)
                .map(({ name, durations, total, table, storage, p95 }) => [
                  name,
                  words.number(durations.length),
                  ms(total / durations.length),
                  ms(p95),
                  part(table, total),
                  part(storage, total),
                  part(Math.max(0, total - table - storage), total),
                ]),
            },
          ]
        : [],
    needs: slow.map(({ name, p95 }) => ({ what: w.need(name, ms(p95)), command: "diagnose slow-api" })),
    figures: {
      requests: count,
      ...Object.fromEntries(rows.slice(0, shownAtMost).map(({ name, p95 }) => [`p95 of ${name}, ms`, p95])),
    },
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Requests and pages of the server's log by route, those first that took most time together. */
async function routesOf({ stage, since, until }: About): Promise<Route[]> {
  const routes = new Map<string, Route>()
  const filter = '{ $.message = "request" || $.message = "page" }'
  for await (const { message } of orNothing(stage.log("api"), { since, until, filter })) {
    const line = JSON.parse(message)
    if (line.message !== "request" && line.message !== "page") continue
    const name = line.message === "page" ? `page ${line.route}` : `${line.method} ${line.route}`
    const route = routes.get(name) ?? { name, durations: [], total: 0, table: 0, storage: 0 }
    routes.set(name, route)
    const duration = Number(line.duration) || 0
    route.durations.push(duration)
    route.total += duration
    // Calls that run at the same time count for each: no more than there was.
    route.table += Math.min(duration, Number(line.tableTime) || 0)
    route.storage += Math.min(duration, Number(line.storageTime) || 0)
  }
  return [...routes.values()].sort((a, b) => b.total - a.total)
}

type Day = { count: number; faults: number; slowest: Values[number] }

/** What X-Ray has, day by day: it gives no more than a day at a time. */
async function xray(client: XRayClient, { since, until }: { since: number; until: number }): Promise<Day[]> {
  const days: Day[] = []
  for (let at = since; at < until; at += day) {
    const found: TraceSummary[] = []
    let pages = 0
    const period = { StartTime: new Date(at), EndTime: new Date(Math.min(at + day, until)) }
    for await (const { TraceSummaries = [] } of paginateGetTraceSummaries({ client }, period)) {
      found.push(...TraceSummaries)
      pages += 1
      if (pages === pagesADay) break
    }
    const times = found.flatMap(({ ResponseTime }) =>
      ResponseTime === undefined ? [] : [ResponseTime * 1000],
    )
    days.push({
      count: found.length,
      faults: found.filter(({ HasFault }) => HasFault).length,
      slowest: times.length > 0 ? Math.round(Math.max(...times)) : undefined,
    })
  }
  return days
}
