import { AppError } from "../error"
import type { Locale } from "../user/user.schema"
import type { IncidentEventView, IncidentView } from "./incident.schema"
import { get, timeline } from "./read"

type Headings = Record<
  "facts" | "impact" | "timeline" | "checklist" | "cause" | "well" | "badly" | "actions",
  string
>
const headings: Record<Locale, Headings> = {
  en: {
    facts: "Summary",
    impact: "Impact",
    timeline: "Timeline (UTC)",
    checklist: "Checklist",
    cause: "Root cause",
    well: "What went well",
    badly: "What did not",
    actions: "What will be done, by whom, until when",
  },
  ja: {
    facts: "概要",
    impact: "影響",
    timeline: "経過（UTC）",
    checklist: "チェックリスト",
    cause: "根本原因",
    well: "うまくいったこと",
    badly: "うまくいかなかったこと",
    actions: "再発防止策（担当、期限）",
  },
}

/**
 * Drafts the report of an incident: what the timeline knows, and the sections that people have to write.
 * @returns Markdown
 * @throws AppError `not_found`
 */
export async function postmortem(incidentId: string, locale: Locale = "en"): Promise<string> {
  const [incident, events] = await Promise.all([get(incidentId), timeline(incidentId)])
  if (events.length === 0) throw new AppError("not_found")
  const t = headings[locale]
  const title =
    (locale === "en" ? incident.title.en : incident.title.ja) ?? incident.title.en ?? incident.title.ja
  const blank = "…"
  return [
    `# ${title}`,
    "",
    `## ${t.facts}`,
    "",
    ...factsOf(incident, events).map(([name, value]) => `- ${name}: ${value}`),
    "",
    `## ${t.impact}`,
    "",
    `- Journeys: ${incident.journeys.join(", ")} (${incident.impact})`,
    `- People: ${incident.people ?? blank}`,
    "",
    `## ${t.timeline}`,
    "",
    "| When | What | Who |",
    "|---|---|---|",
    ...events.map(
      (event) =>
        `| ${event.at.slice(0, 19).replace("T", " ")} | ${cell(said(event, locale))} | ${cell(event.by)} |`,
    ),
    "",
    `## ${t.checklist}`,
    "",
    ...incident.steps.map(
      ({ name, at, by }) => `- [${at ? "x" : " "}] ${name}${at ? `, ${by}, ${at.slice(0, 16)}` : ""}`,
    ),
    ...(["cause", "well", "badly", "actions"] as const).flatMap((part) => ["", `## ${t[part]}`, "", blank]),
    "",
  ].join("\n")
}

function factsOf(incident: IncidentView, events: readonly IncidentEventView[]): [string, string][] {
  const { openedAt, resolvedAt, acknowledgedAt } = incident
  const after = (at: string | undefined) =>
    at
      ? `${at.slice(0, 16)} (${Math.round((Date.parse(at) - Date.parse(openedAt)) / 60_000)} min)`
      : "not yet"
  return [
    ["Incident", `${incident.id}, ${incident.kind}`],
    ["Opened", `${openedAt.slice(0, 16)} by ${incident.openedBy}`],
    ["First update", after(events.find(({ kind }) => kind === "update")?.at)],
    ["Acknowledged", after(acknowledgedAt)],
    ["Resolved", after(resolvedAt)],
  ]
}

function said({ kind, state, text, detail }: IncidentEventView, locale: Locale): string {
  const words = locale === "en" ? (text?.en ?? text?.ja) : (text?.ja ?? text?.en)
  return [kind, state && state !== kind ? `(${state})` : "", words, detail].filter(Boolean).join(" ")
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ")
