import { ownNamespace } from "../core/metrics.schema"
import { alarm } from "./alarm"
import { logGroupOf } from "./lambda"
import { own } from "./metrics"
import { schedules } from "./schedules"
import { named } from "./stage"
import { tableChanged } from "./stream"

/** What the product itself counts. */
export function watchProduct() {
  countLateInvalidations()
  const of = own(named("").slice(0, -1))
  alarm({
    name: "Photos-Slow",
    means: "One photo in twenty takes more than fifteen seconds to be ready.",
    section: "photos",
    watch: of("PhotoReady", "p95"),
    above: 15_000,
    minutes: 15,
    times: 2,
    urgency: "ticket",
  })
  alarm({
    name: "Photos-Failed",
    means: "More than one photo in ten fails.",
    section: "photos",
    watch: { share: of("PhotosFailed", "Sum"), of: of("Uploads", "Sum"), atLeast: 10 },
    above: 10,
    minutes: 15,
    urgency: "ticket",
  })
  alarm({
    name: "Photos-Stuck",
    means: "Photos are neither ready nor failed, and should be.",
    section: "photos",
    watch: of("PhotosStuck", "Maximum"),
    above: 0,
    minutes: 60,
    times: 2,
    urgency: "ticket",
  })
  alarm({
    name: "Invalidations-Late",
    means: "The CDN still shows what was withdrawn more than a minute ago.",
    section: "invalidations",
    watch: of("InvalidationsLate", "Sum"),
    above: 0,
    minutes: 1,
    urgency: "page",
  })
  alarm({
    name: "Feeds-Late",
    means: "One post in twenty reaches its last reader after more than a minute.",
    section: "feeds",
    watch: of("FanOutLag", "p95"),
    above: 60_000,
    minutes: 15,
    urgency: "ticket",
  })
  alarm({
    name: "Counters-Drift",
    means: "Counters are not what they count.",
    section: "counters",
    watch: of("CounterDrift", "Sum"),
    above: 0,
    minutes: 60,
    urgency: "ticket",
  })
  alarm({
    name: "Deletions-Overdue",
    means: "Accounts should have been erased more than a day ago, and were not.",
    section: "deletions",
    watch: of("DeletionsOverdue", "Maximum"),
    above: 0,
    minutes: 60,
    times: 2,
    urgency: "ticket",
  })
  alarm({
    name: "SignIns-Fail",
    means:
      "More than two hundred sign-ins fail in five minutes: somebody tries passwords, or nobody can get in.",
    section: "signIns",
    watch: of("SignInFailures", "Sum"),
    above: 200,
    minutes: 5,
    urgency: "ticket",
  })
  alarm({
    name: "Calls-Limited",
    means: "More than a thousand calls in five minutes were one too many of somebody.",
    section: "limits",
    watch: of("RateLimitedCalls", "Sum"),
    above: 1000,
    minutes: 5,
    urgency: "ticket",
  })
}

/** The lines that core/cdn writes when the CDN takes longer than it may. */
export const lateLines = ["cdn invalidation late", "cdn invalidated late"]

function countLateInvalidations() {
  const pattern = `{ ${lateLines.map((line) => `($.message = "${line}")`).join(" || ")} }`
  const writers = { "table-changed": tableChanged, "every-minute": schedules["every-minute"] }
  for (const [name, writer] of Object.entries(writers)) {
    new aws.cloudwatch.LogMetricFilter(`Late-${name}`, {
      name: named(`invalidations-late-${name}`),
      logGroupName: writer?.nodes.logGroup.apply((group) => group?.name ?? $output(logGroupOf(name))) ?? "",
      pattern,
      metricTransformation: {
        namespace: ownNamespace,
        name: "InvalidationsLate",
        value: "1",
        unit: "Count",
        dimensions: { service: "$.service" },
      },
    })
  }
}
