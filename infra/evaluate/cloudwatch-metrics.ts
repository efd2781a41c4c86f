import { ownMetrics, ownNamespace } from "../../core/metrics.schema"

type Dimensions = readonly string[]
/** Metrics of a namespace, and the sets of dimensions under which CloudWatch keeps them. */
type Namespace = { metrics: readonly string[]; dimensions: readonly Dimensions[] }

const words = (text: string) => text.split(" ")

/** As the services' documentation has them. Under any other name or dimension an alarm stays silent for ever. */
export const known: Record<string, readonly Namespace[]> = {
  // Of an HTTP API: a REST API's are 4XXError and 5XXError, under ApiName.
  "AWS/ApiGateway": [
    {
      metrics: words("4xx 5xx Count DataProcessed IntegrationLatency Latency"),
      dimensions: [["ApiId"], ["ApiId", "Stage"], ["ApiId", "Stage", "Method", "Resource"]],
    },
  ],
  "AWS/Lambda": [
    {
      metrics: words(
        "Invocations Errors Throttles Duration ConcurrentExecutions IteratorAge AsyncEventAge AsyncEventsReceived AsyncEventsDropped DeadLetterErrors DestinationDeliveryFailures",
      ),
      dimensions: [["FunctionName"]],
    },
    {
      metrics: words("ConcurrentExecutions UnreservedConcurrentExecutions ClaimedAccountConcurrency"),
      dimensions: [[]],
    },
  ],
  "AWS/SQS": [
    {
      metrics: words("ApproximateNumberOfMessagesVisible ApproximateAgeOfOldestMessage NumberOfMessagesSent"),
      dimensions: [["QueueName"]],
    },
  ],
  "AWS/DynamoDB": [
    {
      metrics: words(
        "ReadThrottleEvents WriteThrottleEvents ConsumedReadCapacityUnits ConsumedWriteCapacityUnits",
      ),
      dimensions: [["TableName"], ["TableName", "GlobalSecondaryIndexName"]],
    },
    {
      metrics: words("SystemErrors ThrottledRequests SuccessfulRequestLatency ReturnedItemCount"),
      dimensions: [["TableName", "Operation"]],
    },
  ],
  "AWS/CloudFront": [
    {
      metrics: words(
        "Requests BytesDownloaded BytesUploaded 4xxErrorRate 5xxErrorRate TotalErrorRate CacheHitRate OriginLatency",
      ),
      dimensions: [["DistributionId", "Region"]],
    },
  ],
  // Of what stands before a CDN; others have a Region as well.
  "AWS/WAFV2": [
    { metrics: words("AllowedRequests BlockedRequests CountedRequests"), dimensions: [["WebACL", "Rule"]] },
  ],
  "AWS/SES": [{ metrics: words("Reputation.BounceRate Reputation.ComplaintRate"), dimensions: [[]] }],
  [ownNamespace]: [{ metrics: Object.keys(ownMetrics), dimensions: [["service"]] }],
}

/** @returns why CloudWatch would never have a value for this, or undefined */
export function unknown(
  namespace: string,
  metric: string,
  dimensions: readonly string[],
): string | undefined {
  const named = known[namespace]?.filter(({ metrics }) => metrics.includes(metric)) ?? []
  if (named.length === 0) return `${namespace} has no ${metric}`
  const sorted = [...dimensions].sort().join()
  const fits = named.some((one) => one.dimensions.some((set) => [...set].sort().join() === sorted))
  return fits ? undefined : `${namespace} ${metric} is not kept by ${sorted}`
}
