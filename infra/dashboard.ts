import { alarms } from "./alarm"
import { api } from "./api"
import { router } from "./cdn"
import { deadLetters } from "./dead-letters"
import { ofApi, ofCdn, ofFunction, ofQueue, ofTable, own, type Series } from "./metrics"
import { global, named, settings } from "./stage"
import { table } from "./table"

type Graph = { title: string; series: Series[]; region?: string }

const product = own(named("").slice(0, -1))
const image = ofFunction(named("image-processing"))
const changes = ofFunction(named("table-changed"))
const cdn = ofCdn(router.distributionID)

/** One row a journey of a person, from the first to the last thing that they wait for. */
const journeys = (): Record<string, Graph[]> => {
  const calls = api ? ofApi(api.nodes.api.id) : undefined
  const ofCalls = (...wanted: Parameters<NonNullable<typeof calls>>[]) =>
    wanted.flatMap((one) => (calls ? [calls(...one)] : []))
  return {
    "Sign in": [
      {
        title: "Registrations and failed sign-ins",
        series: [product("Registrations", "Sum"), product("SignInFailures", "Sum")],
      },
      { title: "Calls refused", series: [...ofCalls(["4xx", "Sum"]), product("RateLimitedCalls", "Sum")] },
      { title: "Calls and errors", series: ofCalls(["Count", "Sum"], ["5xx", "Sum"]) },
    ],
    Upload: [
      { title: "Uploads and posts", series: [product("Uploads", "Sum"), product("Posts", "Sum")] },
      { title: "Waiting to be processed, ms", series: [image("AsyncEventAge", "Maximum")] },
      {
        title: "Dead letters",
        series: Object.values(deadLetters).map(({ name }) =>
          ofQueue(name)("ApproximateNumberOfMessagesVisible"),
        ),
      },
    ],
    Process: [
      { title: "Photo ready, ms", series: [product("PhotoReady", "p50"), product("PhotoReady", "p95")] },
      {
        title: "Failed and stuck",
        series: [product("PhotosFailed", "Sum"), product("PhotosStuck", "Maximum")],
      },
      {
        title: "Processed at once",
        series: [image("ConcurrentExecutions", "Maximum"), image("Throttles", "Sum")],
      },
    ],
    Feed: [
      { title: "API, ms", series: ofCalls(["Latency", "p50"], ["Latency", "p95"]) },
      {
        title: "Fan-out and stream, ms",
        series: [product("FanOutLag", "p95"), changes("IteratorAge", "Maximum")],
      },
      {
        title: "Table: capacity used, throttles",
        series: [
          "ConsumedReadCapacityUnits",
          "ConsumedWriteCapacityUnits",
          "ReadThrottleEvents",
          "WriteThrottleEvents",
        ].map((metric) => ofTable(table.name)(metric)),
      },
    ],
    Share: [
      { title: "Requests to the CDN", series: [cdn("Requests", "Sum")], region: global },
      { title: "Cache hits, %", series: [cdn("CacheHitRate", "Average")], region: global },
      {
        title: "Errors of the CDN, %",
        series: [cdn("5xxErrorRate", "Average"), cdn("4xxErrorRate", "Average")],
        region: global,
      },
    ],
  }
}

const [width, height] = [8, 6]

const graphOf = ({ title, series, region = settings.region }: Graph, column: number, y: number) => ({
  type: "metric",
  x: column * width,
  y,
  width,
  height,
  properties: {
    title,
    region,
    view: "timeSeries",
    period: 300,
    metrics: series.map(({ namespace, metric, stat, dimensions }) => [
      namespace,
      metric,
      ...Object.entries(dimensions).flat(),
      { stat },
    ]),
  },
})

const heading = (journey: string, y: number) => ({
  type: "text",
  x: 0,
  y,
  width: 24,
  height: 1,
  properties: { markdown: `## ${journey}` },
})

/** `PhotoSharingApp-Production`: alarms first, then the journeys. */
export function makeDashboard() {
  const stage = `${$app.stage.charAt(0).toUpperCase()}${$app.stage.slice(1)}`
  const state = {
    type: "alarm",
    x: 0,
    y: 0,
    width: 24,
    height: 4,
    properties: { title: "Alarms", alarms: Object.values(alarms).map(({ arn }) => arn) },
  }
  const rows = Object.entries(journeys()).flatMap(([journey, graphs], row) => {
    const y = 4 + row * (height + 1)
    return [heading(journey, y), ...graphs.map((graph, column) => graphOf(graph, column, y + 1))]
  })
  return new aws.cloudwatch.Dashboard("Dashboard", {
    dashboardName: `PhotoSharingApp-${stage}`,
    dashboardBody: $jsonStringify({ widgets: [state, ...rows] }),
  })
}
