import { Cost } from "../../core/cost"
import type { CostView, Tally } from "../../core/cost/cost.schema"
import { orNothing } from "../logs/or-nothing"
import type { Stage } from "../stage"
import { deliveryOf, keepingOf } from "./stock"

const day = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export type Costs = CostView & {
  /** Each metered day, for a course. */
  course: { day: string; total: number }[]
  /** What could not be counted here. */
  missing: ("delivery" | "keeping")[]
}

/**
 * What a stage cost over whole days, from the rows that `housekeeping` writes, and from the logs what came after them.
 * @param since milliseconds; the day is taken in that it falls on, and so is that of `until`
 */
export async function costOf(
  stage: Stage,
  { since, until }: { since: number; until: number },
): Promise<Costs> {
  await stage.link()
  const rows = await Cost.daysOf(dayOf(since), dayOf(until - 1))
  const days = new Map<string, Tally>(rows.map(({ day, tally }) => [day, tally]))
  const today = dayOf(Date.now())
  if (dayOf(until - 1) >= today) {
    const last = rows.at(-1)
    const from = last?.day === today ? last.until : Date.parse(today)
    days.set(today, Cost.sumOf([days.get(today) ?? Cost.nothing(), await unread(stage, from)]))
  }
  const period = {
    since: dayOf(since),
    until: dayOf(until - 1),
    days: days.size,
    region: stage.isLocal ? "ap-northeast-1" : stage.region,
  }
  const length = (until - since) / day
  const [delivery, keeping] = [await deliveryOf(stage, { since, until }), await keepingOf(stage, length)]
  const tally = Cost.sumOf([...days.values()])
  if (delivery) tally.uses.delivery = delivery
  if (keeping) tally.uses.keeping = keeping
  const { of } = Cost.pricesOf(period.region)
  const course = [...days].map(([day, { uses }]) => ({
    day,
    total: Object.values(uses).reduce((sum, usage) => sum + Cost.dollarsOf(usage, { of }), 0),
  }))
  const missing = [...(delivery ? [] : (["delivery"] as const)), ...(keeping ? [] : (["keeping"] as const))]
  return { ...Cost.viewOf(tally, period), course, missing }
}

/** What the logs say since they were last summed up. */
async function unread(stage: Stage, since: number): Promise<Tally> {
  const parts: Tally[] = []
  for (const name of Object.keys(Cost.memory) as Cost.Metered[]) {
    const lines: string[] = []
    const log = stage.log(name === "table-changed" ? "stream" : name)
    for await (const { message } of orNothing(log, { since, until: Date.now() })) lines.push(message)
    parts.push(Cost.tallyOf(name, lines))
  }
  return Cost.sumOf(parts)
}
