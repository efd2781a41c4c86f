import { table, unlessRefused } from "../table"
import { days, epoch } from "../time"
import { viewOf } from "./bill"
import { type CostView, Tally } from "./cost.schema"
import { type Metered, memory } from "./features"
import { linesOf } from "./logs"
import { nothing, sumOf, tallyOf } from "./tally"

export { billOf, dollarsOf, viewOf } from "./bill"
export { featureOf, type Metered, memory } from "./features"
export { pricesOf } from "./prices"
export { nothing, sumOf, tallyOf } from "./tally"

const day = 86_400_000
/** Lines are there a bit after they were written. */
const lag = 120_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/**
 * Adds what the logs tell since the last time to the rows of the days, at most a day back. Two runs at a time count
 * each line once.
 * @returns from when until when it read; undefined when there is nothing new, or another run was faster
 */
export async function rollUp(at = Date.now()): Promise<{ since: number; until: number } | undefined> {
  const today = dayOf(at - lag)
  const rows = await daysOf(dayOf(at - lag - day), today)
  const known = rows.at(-1)
  const since = known?.until ?? Date.parse(today)
  // One day at a time: what is left of an earlier one comes first.
  const until = Math.min(at - lag, Date.parse(dayOf(since)) + day)
  if (until <= since) return undefined
  const parts: Tally[] = []
  for (const name of Object.keys(memory) as Metered[]) {
    const lines: string[] = []
    for await (const line of linesOf(name, since, until)) {
      lines.push(line)
      if (lines.length === 10_000) parts.push(tallyOf(name, lines.splice(0)))
    }
    parts.push(tallyOf(name, lines))
  }
  const before = rows.find((row) => row.day === dayOf(since))
  const tally = sumOf([before?.tally ?? nothing(), ...parts])
  const written = await unlessRefused(
    table()
      .costDay.put({ day: dayOf(since), until, tally, expires: epoch(days(400)) })
      .where((row, { eq, notExists }) => (before ? eq(row.until, before.until) : notExists(row.until)))
      .go(),
  )
  return written ? { since, until } : undefined
}

/** The tallies of the days that were metered, the first first. */
export async function daysOf(since: string, until: string) {
  const { data } = await table()
    .costDay.query.byDay({})
    .between({ day: since }, { day: until })
    .go({ pages: "all", consistent: true })
  return data.map((row) => ({ day: row.day, until: row.until, tally: Tally.parse(row.tally) }))
}

/**
 * What some days cost.
 * @param since the first day, `2026-11-28`; `until` is the last
 * @param region whose prices hold
 */
export async function ofDays(
  since: string,
  until: string,
  region = process.env.AWS_REGION ?? "",
): Promise<CostView> {
  const metered = await daysOf(since, until)
  const period = { since, until, days: metered.length, region }
  return viewOf(sumOf(metered.map(({ tally }) => tally)), period)
}
