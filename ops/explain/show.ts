import { styleText } from "node:util"
import type { ExplanationView } from "../../core/explain/explain.schema"
import { commandLine } from "../diagnose/show"
import { shown } from "../logs/show"
import { facts, mark, table } from "../output"
import { heading } from "../security/show"
import type { Stage } from "../stage"

const short = (hash: string | undefined) => hash?.slice(0, 12)

/** An explanation for people: what is wrong first, then everything it was read from. */
export function explanationShown(found: ExplanationView, stage: Stage): string {
  const { kind, id, summary, problems, items, objects, sight, events, decisions, related, cost } = found
  // Of nothing there is no table, not even its head.
  const listed: typeof table = (rows, columns, options) =>
    rows.length > 0 ? table(rows, columns, options) : ""
  const parts: [title: string, text: string][] = [
    ["Rows", items.map(({ entity, values }) => `  ${styleText("bold", entity)} ${pairs(values)}`).join("\n")],
    [
      "Objects",
      listed(
        objects.map((object) => ({ ...object, is: mark(object.there), sha256: short(object.sha256) })),
        [
          { of: "is", as: "" },
          { of: "bucket" },
          { of: "key" },
          { of: "bytes", align: "right" },
          { of: "sha256" },
        ],
      ),
    ],
    [
      "Who sees it",
      listed(
        sight.map((one) => ({ ...one, sees: one.sees ? "yes" : "no" })),
        [{ of: "who" }, { of: "sees" }, { of: "why" }],
      ),
    ],
    ["What happened", listed(events, [{ of: "at" }, { of: "what" }], { head: false })],
    ["Decisions", listed(decisions, [{ of: "at" }, { of: "what" }, { of: "by" }, { of: "detail" }])],
    ["Belongs to", listed(related, [{ of: "what" }, { of: "id" }], { head: false })],
    ["Cost, US dollars", cost ? facts(costs(cost)) : ""],
    ["Requests", found.requests.map((one) => `  ${one}`).join("\n")],
    ["Traces", found.traces.map((one) => `  ${one}`).join("\n")],
    [
      "Log lines",
      found.lines
        .map(({ log, ...event }) => `  ${styleText("dim", log.padEnd(16))} ${shown(event)}`)
        .join("\n"),
    ],
  ]
  return [
    `${styleText("bold", `${kind} ${id}`)}\n${summary}`,
    ...problems.map(
      ({ what, next }) => `${styleText("red", "WRONG")}  ${what}\n       ${commandLine(next, stage)}`,
    ),
    ...(problems.length === 0 ? ["Nothing about it is out of order."] : []),
    ...parts.flatMap(([title, text]) => (text.trim() ? [`${heading(title)}\n${text}`] : [])),
  ].join("\n\n")
}

const pairs = (values: Record<string, unknown>) =>
  Object.entries(values)
    .map(([name, value]) => `${styleText("dim", `${name}=`)}${value}`)
    .join(" ")

const dollars = (amount: number) => `$${amount.toFixed(8)}`

const costs = ({ making, showing, keepingAMonth, region, asOf }: NonNullable<ExplanationView["cost"]>) => ({
  "to make it": dollars(making),
  "to show it, in this period": dollars(showing),
  "to keep it, a month": dollars(keepingAMonth),
  prices: `${region}, as of ${asOf}`,
})
