import { CostExplorerClient, GetCostAndUsageCommand } from "@aws-sdk/client-cost-explorer"
import { costOf } from "../../cost/cost-of"
import { dollars } from "../../cost/dollars"
import { isNamed } from "../../problem"
import { global } from "../../stage"
import { type About, dateOf } from "../context"
import type { Part } from "../report"

/** What use cost, by our own meter. */
export async function cost({ stage, since, until, words: { cost: w, ...words } }: About): Promise<Part> {
  const costs = await costOf(stage, { since, until })
  const { total, perPhoto, per1000Photos, perPerson, photos, people, prices, course, missing } = costs
  const facts: [string, string | undefined][] = [
    [w.total, dollars(total)],
    [w.photos, words.number(photos)],
    [w.perPhoto, dollars(perPhoto?.making)],
    [w.keeping, dollars(perPhoto?.keeping)],
    [w.per1000, dollars(per1000Photos)],
    [w.people, words.number(people)],
    [w.perPerson, dollars(perPerson)],
  ]
  const bill = Object.entries(costs.bill).sort(([, a], [, b]) => b.total - a.total)
  return {
    title: w.title,
    state: "ok",
    said: [
      w.said(costs.days, costs.region, prices.source, prices.asOf),
      ...(missing.length > 0 ? [w.missing(missing.map((one) => w.features[one]).join(", "))] : []),
    ],
    charts:
      course.length > 1
        ? [
            {
              title: w.course,
              value: dollars(total) ?? "",
              values: course.map((one) => one.total),
              kind: "bars",
              from: course[0]?.day ?? "",
              to: course.at(-1)?.day ?? "",
            },
          ]
        : [],
    tables: [
      {
        columns: [{ as: "" }, { as: "", align: "right" }],
        rows: facts.map(([name, value]) => [name, value ?? words.none]),
      },
      {
        columns: w.columns.map((as, i) => ({ as, ...(i === 1 ? { align: "right" as const } : {}) })),
        rows: bill.map(([feature, { total, meters }]) => {
          const most = Object.entries(meters).sort(([, a], [, b]) => b - a)[0]?.[0] ?? ""
          return [w.features[feature] ?? feature, dollars(total) ?? "", w.meters[most] ?? most]
        }),
      },
    ],
    figures: {
      "cost, $": total,
      photos,
      people,
      ...(per1000Photos ? { "cost of 1000 photos, $": per1000Photos } : {}),
      ...(perPerson ? { "cost of a person, $": perPerson } : {}),
    },
  }
}

const denied = ["AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "DataUnavailableException"]
/** A bill that grew by more of the month before is looked at by a person. */
const growth = 0.25

/** What the account was billed in the last six months, by service. */
export async function bill({ stage, until, words: { bill: w, ...words } }: About): Promise<Part> {
  if (stage.isLocal) return { title: w.title, state: "absent", said: [words.notLocal] }
  const end = new Date(until)
  const first = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 5, 1)).getTime()
  const wanted = new GetCostAndUsageCommand({
    TimePeriod: { Start: dateOf(first), End: dateOf(until + 86_400_000) },
    Granularity: "MONTHLY",
    Metrics: ["BlendedCost"],
    GroupBy: [{ Type: "DIMENSION", Key: "SERVICE" }],
  })
  try {
    const { ResultsByTime = [] } = await stage.client(CostExplorerClient, global).send(wanted)
    const months = ResultsByTime.map(({ TimePeriod, Groups = [] }) => {
      const services = Groups.map(({ Keys = [], Metrics }) => ({
        name: Keys[0] ?? "",
        dollars: Number(Metrics?.BlendedCost?.Amount ?? 0),
      })).sort((a, b) => b.dollars - a.dollars)
      return {
        month: TimePeriod?.Start?.slice(0, 7) ?? "",
        total: services.reduce((sum, one) => sum + one.dollars, 0),
        services,
      }
    })
    // The running month is not over.
    const [before, last] = months.slice(0, -1).slice(-2)
    const part = before && last && before.total > 0 ? last.total / before.total - 1 : 0
    const percent = `${Math.round(part * 100)} %`
    return {
      title: w.title,
      state: part > growth ? "needs" : "ok",
      said: [w.said],
      charts: [
        {
          title: w.course,
          value: dollars(last?.total ?? months.at(-1)?.total) ?? "",
          values: months.map(({ total }) => total),
          kind: "bars",
          from: months[0]?.month ?? "",
          to: months.at(-1)?.month ?? "",
        },
      ],
      tables: [
        {
          columns: w.columns.map((as, i) => ({ as, ...(i === 1 ? { align: "right" as const } : {}) })),
          rows: months.map(({ month, total, services }) => [
            month,
            dollars(total) ?? "",
            services
              .slice(0, 3)
              .map((one) => `${one.name} ${dollars(one.dollars)}`)
              .join(", "),
          ]),
        },
      ],
      needs: part > growth ? [{ what: w.need(last?.month ?? "", percent), command: "cost --since 30d" }] : [],
      figures: last ? { "bill of the last month, $": last.total } : {},
    }
  } catch (error) {
    if (!isNamed(error, denied)) throw error
    return { title: w.title, state: "unknown", said: [w.denied] }
  }
}
