import { Cost } from "../../core/cost"
import type { Feature, Usage } from "../../core/cost/cost.schema"
import { command } from "../command"
import { costOf } from "../cost/cost-of"
import { dollars } from "../cost/dollars"
import { periodArgs, periodOf } from "../logs/period"
import { sparkline } from "../metrics/sparkline"
import { facts, table } from "../output"

export default command({
  summary: "says what is used costs: by feature, for a photo, for a thousand, for each who was there",
  details: [
    "Whole days in UTC, from the product's own lines, priced by core/cost/prices.ts. What costs the same whoever comes",
    "(firewall, alarms, domains), free tiers, taxes, starts of functions and refused writes are not in it: the account's",
    "bill is in `maintenance monthly`. The local stage uses nothing that is billed: it shows what it would cost in Tokyo.",
  ].join("\n"),
  examples: ["cost", "cost --since 30d --stage production", "cost --since 7d --stage production --json"],
  args: { ...periodArgs, since: { ...periodArgs.since, default: "7d" } },
  async run({ args, stage }) {
    const costs = await costOf(stage, periodOf(args))
    const rows = Object.entries(costs.bill)
      .sort(([, a], [, b]) => b.total - a.total)
      .map(([feature, { total, meters }]) => {
        const usage: Usage = costs.uses[feature as Feature] ?? {}
        return {
          feature,
          dollars: dollars(total),
          calls: usage.calls,
          reads: usage.readUnits,
          writes: usage.writeUnits,
          seconds: usage.gbSeconds && Number(usage.gbSeconds.toFixed(1)),
          most: Object.entries(meters).sort(([, a], [, b]) => b - a)[0]?.[0],
        }
      })
    const listed = table(rows, [
      { of: "feature" },
      { of: "dollars", align: "right" },
      { of: "calls", align: "right" },
      { of: "reads", align: "right" },
      { of: "writes", align: "right" },
      { of: "seconds", as: "GB s", align: "right" },
      { of: "most", as: "mostly" },
    ])
    const whole = facts({
      total: dollars(costs.total),
      "by day": sparkline(costs.course.map(({ total }) => total)),
      photos: costs.photos,
      "one photo": costs.perPhoto && dollars(costs.perPhoto.making),
      "… kept a month": costs.perPhoto && dollars(costs.perPhoto.keeping),
      "a thousand photos": dollars(costs.per1000Photos),
      people: costs.people,
      "each of them": dollars(costs.perPerson),
    })
    const { asOf, source } = Cost.pricesOf(costs.region)
    const end = [
      `${costs.since} to ${costs.until}, days metered: ${costs.days}. ${costs.region}, ${source}, ${asOf}.`,
      ...(costs.missing.length > 0 ? [`Not counted here: ${costs.missing.join(", ")}.`] : []),
    ].join("\n")
    return {
      data: costs,
      text: rows.length > 0 ? [listed, whole, end].join("\n\n") : `Nothing was used.\n\n${end}`,
    }
  },
})
