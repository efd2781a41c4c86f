import type { Locale } from "../user/user.schema"
import { html } from "./html"
import { icon } from "./icons"
import { dayOf } from "./page-text"
import { type Day, historyDays, type JourneyStatus, type StatusView } from "./status.schema"
import type { PageWords } from "./words"

/** From this share of failed tries on, a day was a day on which it did not work. */
const badShare = 0.1

type Tint = "" | "w" | "d" | "n"

/** A journey with its state, and a stroke a day. */
export function journeyRow(view: StatusView, journey: JourneyStatus, locale: Locale, t: PageWords) {
  const strokes = daysTo(view.updatedAt).map((day) => ({ day, tint: tintOf(day, journey, view) }))
  const bad = strokes.flatMap(({ day, tint }) => (tint === "w" || tint === "d" ? [dayOf(day, locale)] : []))
  const { state, uptime } = journey
  return html`<div class="journey"><div class="row"><h3>${t.journey[journey.name]}</h3><span class="faint">${uptime === undefined ? t.unchecked : `${uptime} %`}</span><span class="state ${state}">${icon(state, true)}<span>${t.states[state]}</span></span></div>
<div class="days" role="img" aria-label="${t.summary(uptime, bad)}">${strokes.map(({ tint }) => (tint ? html`<i class="${tint}"></i>` : html`<i></i>`))}</div>
<div class="ends faint"><span class="desk">${t.ago(historyDays)}</span><span class="phone">${t.ago(historyDays / 2)}</span><span>${t.today}</span></div></div>
`
}

const daysTo = (at: string) =>
  Array.from({ length: historyDays }, (_, ago) =>
    new Date(Date.parse(at) - (historyDays - 1 - ago) * 86_400_000).toISOString().slice(0, 10),
  )

/** The worse of what the canary found that day and of what was said in an incident. */
function tintOf(day: string, { name, days }: JourneyStatus, { incidents, updatedAt }: StatusView): Tint {
  const meant = incidents.filter(
    ({ journeys, openedAt, resolvedAt = updatedAt }) =>
      journeys.includes(name) && openedAt.slice(0, 10) <= day && day <= resolvedAt.slice(0, 10),
  )
  const tried = days.find((one) => one.day === day)
  if (meant.some(({ impact }) => impact === "down") || (tried && failedMuch(tried))) return "d"
  if (meant.length > 0 || (tried && tried.failed + tried.slow > 0)) return "w"
  return tried ? "" : "n"
}

const failedMuch = ({ runs, failed }: Day) => failed / runs >= badShare
