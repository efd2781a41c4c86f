import { z } from "zod"
import { requireAdmin } from "../actor"
import { Cost } from "../cost"
import type { CostView } from "../cost/cost.schema"
import { DeadLetter } from "../dead-letter"
import { Drill } from "../drill"
import type { DrillKind, DrillView } from "../drill/drill.schema"
import { Emergency } from "../emergency"
import type { ModeView } from "../emergency/emergency.schema"
import { operation } from "../operation"
import { Release } from "../release"
import type { ReleaseView } from "../release/release.schema"
import { Status } from "../status"
import type { StatusView } from "../status/status.schema"
import { now } from "../time"

const day = 86_400_000

export type OverviewView = {
  status: StatusView
  mode: ModeView
  /** How many dead letters each function has; of those that have any. */
  deadLetters: [name: string, count: number][]
  drills: [kind: DrillKind, last: { proved?: DrillView; tried?: DrillView }][]
  release?: ReleaseView
  /** What was spent today, so far as it was metered. */
  today: CostView
}

/** How the stage is, at a glance. */
export const overview = operation(z.strictObject({}), async (actor): Promise<OverviewView> => {
  requireAdmin(actor)
  const today = now().slice(0, 10)
  const [status, mode, counts, drills, [release], spent] = await Promise.all([
    Status.health(),
    Emergency.modeNow(),
    DeadLetter.counts(),
    Drill.last(),
    Release.list(1),
    Cost.ofDays(today, today),
  ])
  return {
    status,
    mode,
    deadLetters: Object.entries(counts).filter(([, count]) => count > 0),
    drills: Object.entries(drills) as OverviewView["drills"],
    ...(release ? { release } : {}),
    today: spent,
  }
})

const CostPeriod = z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(30) })

/** What the last days cost, today among them: by feature, for each photo and each person who was there. */
export const cost = operation(CostPeriod, async (actor, { days }): Promise<CostView> => {
  requireAdmin(actor)
  const until = now().slice(0, 10)
  const since = new Date(Date.parse(until) - (days - 1) * day).toISOString().slice(0, 10)
  return Cost.ofDays(since, until)
})

/** What a region charges for one of each. */
export const pricesOf = (region: string) => Cost.pricesOf(region).of
