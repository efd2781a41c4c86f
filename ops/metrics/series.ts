import { ownMetrics, ownNamespace } from "../../core/metrics.schema"
import type { Outputs } from "../outputs"
import type { StageNames } from "../stage"

export const services = ["api", "lambda", "dynamodb", "cloudfront", "product"] as const
export type Service = (typeof services)[number]

export type Stat = "Sum" | "Average" | "Maximum" | "p95"
export type Unit = "" | "ms" | "%"

/** A series of CloudWatch, and how it is called for people. */
export type Series = {
  service: Service
  /** What it is of, where a service is several things. */
  of?: string
  namespace: string
  metric: string
  stat: Stat
  unit: Unit
  dimensions: Record<string, string>
  /** In us-east-1, where CloudFront counts. */
  isGlobal?: true
}

type Wanted = readonly [metric: string, stat: Stat, unit?: Unit]
type Known = { names: StageNames; outputs: Pick<Outputs, "apiId" | "distribution" | "table"> }

/** The names of an HTTP API; a REST API's would stay silent for ever. */
const ofApi: Wanted[] = [
  ["Count", "Sum"],
  ["4xx", "Sum"],
  ["5xx", "Sum"],
  ["Latency", "Average", "ms"],
  ["Latency", "p95", "ms"],
]
const ofFunction: Wanted[] = [
  ["Duration", "Average", "ms"],
  ["Duration", "p95", "ms"],
  ["Errors", "Sum"],
  ["ConcurrentExecutions", "Maximum"],
  ["Throttles", "Sum"],
]
const ofTable: Wanted[] = [
  ["ConsumedReadCapacityUnits", "Sum"],
  ["ConsumedWriteCapacityUnits", "Sum"],
  ["ReadThrottleEvents", "Sum"],
  ["WriteThrottleEvents", "Sum"],
]
const ofCdn: Wanted[] = [
  ["Requests", "Sum"],
  ["CacheHitRate", "Average", "%"],
  ["4xxErrorRate", "Average", "%"],
  ["5xxErrorRate", "Average", "%"],
]
/** What is told by its size, not by how often it was. */
const gauges = ["PhotosStuck"]

/** The functions that the runbook watches. */
export const watched = ["api", "image-processing", "table-changed"] as const

/** The series of a service that the runbook looks at; none where the stage does not have the service. */
export function seriesOf(service: Service, { names, outputs }: Known): Series[] {
  const all = (namespace: string, dimensions: Record<string, string>, wanted: readonly Wanted[], more = {}) =>
    wanted.map(([metric, stat, unit = ""]) => ({
      service,
      namespace,
      metric,
      stat,
      unit,
      dimensions,
      ...more,
    }))
  switch (service) {
    case "api":
      return outputs.apiId ? all("AWS/ApiGateway", { ApiId: outputs.apiId }, ofApi) : []
    case "lambda":
      return watched.flatMap((name) =>
        all("AWS/Lambda", { FunctionName: names.function(name) }, ofFunction, { of: name }),
      )
    case "dynamodb":
      return all("AWS/DynamoDB", { TableName: outputs.table }, ofTable)
    case "cloudfront": {
      const { distribution: DistributionId } = outputs
      return DistributionId
        ? all("AWS/CloudFront", { DistributionId, Region: "Global" }, ofCdn, { isGlobal: true })
        : []
    }
    case "product":
      return all(ownNamespace, { service: names.service }, Object.entries(ownMetrics).map(wantedOf))
  }
}

function wantedOf([metric, unit]: [string, "Count" | "Milliseconds"]): Wanted {
  if (unit === "Milliseconds") return [metric, "p95", "ms"]
  return [metric, gauges.includes(metric) ? "Maximum" : "Sum"]
}
