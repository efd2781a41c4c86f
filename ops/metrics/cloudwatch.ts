import {
  type CloudWatchClient,
  type MetricDataQuery,
  paginateGetMetricData,
} from "@aws-sdk/client-cloudwatch"
import type { Series } from "./series"
import { type MetricSource, partsOf, type Values, type Window } from "./source"

/** As many as one question may hold. */
const most = 500

/** The metrics that CloudWatch keeps; those of CloudFront are in us-east-1. */
export function cloudWatchMetrics(here: CloudWatchClient, global: CloudWatchClient): MetricSource {
  return {
    async read(series, window) {
      const found = new Map<Series, Values>()
      for (const [client, isGlobal] of [
        [here, false],
        [global, true],
      ] as const) {
        const asked = series.filter((one) => (one.isGlobal ?? false) === isGlobal)
        for (let at = 0; at < asked.length; at += most) {
          const some = asked.slice(at, at + most)
          for (const [i, values] of (await ask(client, some, window)).entries())
            found.set(some[i] as Series, values)
        }
      }
      return series.map((one) => found.get(one) ?? [])
    },
  }
}

async function ask(client: CloudWatchClient, series: readonly Series[], window: Window): Promise<Values[]> {
  const answer = series.map((): Values => Array(partsOf(window)).fill(undefined))
  const pages = paginateGetMetricData(
    { client },
    {
      StartTime: new Date(window.since),
      EndTime: new Date(window.until),
      MetricDataQueries: series.map((one, i) => query(one, i, window.step)),
    },
  )
  for await (const { MetricDataResults } of pages) {
    for (const { Id = "", Timestamps = [], Values = [] } of MetricDataResults ?? []) {
      const values = answer[Number(Id.slice(1))]
      for (const [i, time] of Timestamps.entries()) {
        const part = Math.floor((time.getTime() - window.since) / 1000 / window.step)
        if (values && part in values) values[part] = Values[i]
      }
    }
  }
  return answer
}

const query = (
  { namespace, metric, stat, dimensions }: Series,
  i: number,
  step: number,
): MetricDataQuery => ({
  Id: `m${i}`,
  MetricStat: {
    Metric: {
      Namespace: namespace,
      MetricName: metric,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    },
    Period: step,
    Stat: stat,
  },
})
