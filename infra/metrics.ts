import { type OwnMetric, ownNamespace } from "../core/metrics.schema"

/** A series of CloudWatch: what is counted, of what, and how it is summed up. */
export type Series = {
  namespace: string
  metric: string
  stat: "Sum" | "Average" | "Maximum" | "Minimum" | "p50" | "p95" | "p99" | "SampleCount"
  dimensions: Record<string, $util.Input<string>>
}
type Stat = Series["stat"]

/** Of this stage, whose name is the service's. */
export const own =
  (service: string) =>
  (metric: OwnMetric, stat: Stat): Series => ({
    namespace: ownNamespace,
    metric,
    stat,
    dimensions: { service },
  })

export const ofFunction =
  (FunctionName: string) =>
  (metric: string, stat: Stat): Series => ({
    namespace: "AWS/Lambda",
    metric,
    stat,
    dimensions: { FunctionName },
  })

/** The names of an HTTP API, which are not those of a REST API. */
export const ofApi =
  (ApiId: $util.Input<string>) =>
  (metric: "5xx" | "4xx" | "Count" | "Latency", stat: Stat): Series => ({
    namespace: "AWS/ApiGateway",
    metric,
    stat,
    dimensions: { ApiId },
  })

export const ofTable =
  (TableName: $util.Input<string>) =>
  (metric: string, index?: string): Series => ({
    namespace: "AWS/DynamoDB",
    metric,
    stat: "Sum",
    dimensions: index ? { TableName, GlobalSecondaryIndexName: index } : { TableName },
  })

export const ofCdn =
  (DistributionId: $util.Input<string>) =>
  (metric: string, stat: Stat): Series => ({
    namespace: "AWS/CloudFront",
    metric,
    stat,
    dimensions: { DistributionId, Region: "Global" },
  })

export const ofQueue =
  (QueueName: $util.Input<string>) =>
  (metric: string): Series => ({
    namespace: "AWS/SQS",
    metric,
    stat: "Maximum",
    dimensions: { QueueName },
  })
