import { alarm, together } from "./alarm"
import { api } from "./api"
import { ofApi } from "./metrics"

/** What people notice: errors, slowness, and how fast the month's share of errors is used up. */
export function watchApi() {
  if (!api) return
  const of = ofApi(api.nodes.api.id)
  const errors = (atLeast: number) => ({ share: of("5xx", "Sum"), of: of("Count", "Sum"), atLeast })
  alarm({
    name: "API-HighErrorRate",
    means: "More than 5 % of the API's answers are errors of ours.",
    section: "apiErrors",
    watch: errors(10),
    above: 5,
    minutes: 5,
    times: 2,
    urgency: "page",
  })
  alarm({
    name: "API-HighLatency",
    means: "The API takes more than two seconds on average.",
    section: "apiLatency",
    watch: of("Latency", "Average"),
    above: 2000,
    minutes: 5,
    times: 3,
    urgency: "ticket",
  })
  for (const { speed, long, short, urgency, name } of burns) {
    const means = `At this rate the month's 0.1 % of errors is used up ${speed} times too fast.`
    const parts = [long, short].map((minutes) =>
      alarm({
        name: `${name}-${minutes}min`,
        means,
        section: "errorBudget",
        watch: errors(20),
        above: speed * 0.1,
        minutes,
        urgency,
        partOf: true,
      }),
    )
    together({ name, means, section: "errorBudget", urgency }, parts)
  }
  alarm({
    name: "SLO-SlowBurn",
    means: "On three days in a row more than 0.1 % of the API's answers were errors.",
    section: "errorBudget",
    watch: errors(100),
    above: 0.1,
    minutes: 1440,
    times: 3,
    urgency: "ticket",
  })
}

/** Both windows have to burn: the long one says that it matters, the short one that it has not passed. In minutes. */
const burns = [
  { name: "SLO-FastBurn", speed: 14.4, long: 60, short: 5, urgency: "page" },
  { name: "SLO-MediumBurn", speed: 6, long: 360, short: 30, urgency: "page" },
] as const
