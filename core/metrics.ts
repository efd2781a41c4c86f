import { Metrics } from "@aws-lambda-powertools/metrics"
import { ownMetrics, ownNamespace, type WrittenMetric } from "./metrics.schema"

const metrics = new Metrics({
  namespace: ownNamespace,
  serviceName: process.env.POWERTOOLS_SERVICE_NAME ?? "photo-sharing-app",
})

/**
 * Writes a metric of our own into the log, where CloudWatch finds it (EMF).
 * @param value in the metric's unit; one more of what is counted when not given
 */
export function measure(metric: WrittenMetric, value = 1): void {
  // A line of its own: what counts is not kept until some end that a crash prevents.
  metrics.singleMetric().addMetric(metric, ownMetrics[metric], value)
}
