import { command } from "../../command"
import { distributionOf } from "../../distribution"
import { numberOf } from "../../number"
import { average, hourly, type Series, sum } from "../../optimize/series"
import { facts } from "../../output"

export default command({
  summary: "says how much the CDN answers by itself, and what it passes on, errors included",
  details:
    "CacheHitRate is there where additional metrics are turned on for the distribution. Pictures are cached for a year and pages\nfor seconds: below 80 % over a day something keeps pictures from being cached.",
  examples: ["optimize cloudfront --stage production", "optimize cloudfront --hours 168 --stage production"],
  args: { hours: { type: "string", default: "24", description: "how far back" } },
  async run({ args, stage }) {
    const hours = numberOf("hours", args.hours)
    const DistributionId = await distributionOf(stage)
    const of = (metric: string, stat: Series["stat"]): Series => ({
      namespace: "AWS/CloudFront",
      metric,
      stat,
      isGlobal: true,
      dimensions: { DistributionId, Region: "Global" },
    })
    const values = await hourly(
      stage,
      {
        requests: of("Requests", "Sum"),
        bytes: of("BytesDownloaded", "Sum"),
        hits: of("CacheHitRate", "Average"),
        faults: of("5xxErrorRate", "Average"),
        refusals: of("4xxErrorRate", "Average"),
      },
      hours,
    )
    const percent = (values: readonly number[] = []) =>
      values.length > 0 ? Number(average(values).toFixed(2)) : undefined
    const hits = percent(values.hits)
    const data = {
      distribution: DistributionId,
      requests: sum(values.requests ?? []),
      megabytes: Math.round(sum(values.bytes ?? []) / 1_048_576),
      "cache hits, %": hits,
      "errors of ours, %": percent(values.faults),
      "refused, %": percent(values.refusals),
      advice:
        hits === undefined
          ? "no cache metrics: turn them on for the distribution"
          : hits < 80
            ? "look at what is not cached: `verify`, and the cache headers of /media"
            : "none",
    }
    return { data: { hours, ...data }, text: facts(data) }
  },
})
