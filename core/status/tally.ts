import type { Journey } from "../canary/canary.schema"
import {
  type Day,
  historyDays,
  type JourneyName,
  type JourneyStatus,
  journeys,
  type State,
  type StatusView,
  states,
} from "./status.schema"

/** Milliseconds above which a journey counts as slow; processing has the promise that photos are held to. */
const slowAbove: Record<JourneyName, number> = {
  "sign in": 5000,
  upload: 8000,
  process: 15_000,
  feed: 10_000,
  share: 8000,
}

/** Milliseconds after which nobody knows any more: three runs of the canary that did not come. */
const freshFor = 16 * 60_000

/** Counts a run of the canary in. */
export function counted(view: StatusView, run: readonly Journey[], at: string): StatusView {
  const journeysNow = view.journeys.map((journey) => {
    const tried = run.find(({ name }) => name === journey.name)
    return tried ? withRun(journey, tried, at) : journey
  })
  return { ...view, checkedAt: at, journeys: journeysNow }
}

function withRun(journey: JourneyStatus, { state, milliseconds }: Journey, at: string): JourneyStatus {
  const result: NonNullable<JourneyStatus["last"]>["result"] =
    state === "ok" && milliseconds > slowAbove[journey.name] ? "slow" : state
  const last = { at, result, milliseconds }
  // What could not be tried says nothing about a day.
  if (result === "skipped") return { ...journey, last }
  const today = at.slice(0, 10)
  const before = journey.days.find(({ day }) => day === today) ?? { day: today, runs: 0, failed: 0, slow: 0 }
  const now: Day = {
    day: today,
    runs: before.runs + 1,
    failed: before.failed + (result === "failed" ? 1 : 0),
    slow: before.slow + (result === "slow" ? 1 : 0),
  }
  return { ...journey, last, days: [...journey.days.filter(({ day }) => day !== today), now] }
}

/** Says anew how everything is, and forgets what is older than the history. */
export function judged(view: StatusView, at: string): StatusView {
  const oldest = new Date(Date.parse(at) - (historyDays - 1) * 86_400_000).toISOString().slice(0, 10)
  const incidents = view.incidents.filter(
    ({ resolvedAt }) => !resolvedAt || resolvedAt.slice(0, 10) >= oldest,
  )
  const known = journeys.map((name): JourneyStatus => {
    const journey = view.journeys.find((one) => one.name === name) ?? { name, state: "unknown", days: [] }
    const days = journey.days.filter(({ day }) => day >= oldest)
    const runs = days.reduce((sum, day) => sum + day.runs, 0)
    const failed = days.reduce((sum, day) => sum + day.failed, 0)
    const { uptime: _, ...rest } = journey
    return {
      ...rest,
      days,
      ...(runs > 0 ? { uptime: Math.floor((10_000 * (runs - failed)) / runs) / 100 } : {}),
      state: worst([
        stateOf(journey, at),
        ...incidents
          .filter(isOpen)
          .flatMap(({ journeys, impact }) => (journeys.includes(name) ? [impact] : [])),
      ]),
    }
  })
  const open = incidents.filter(isOpen).map(({ impact }) => impact)
  return {
    ...view,
    updatedAt: at,
    state: worst([...known.map(({ state }) => state), ...open]),
    journeys: known,
    incidents,
  }
}

function stateOf({ last }: JourneyStatus, at: string): State {
  if (!last || Date.parse(at) - Date.parse(last.at) > freshFor) return "unknown"
  return ({ ok: "working", slow: "slow", failed: "down", skipped: "unknown" } as const)[last.result]
}

export const isOpen = ({ resolvedAt }: { resolvedAt?: string | undefined }) => resolvedAt === undefined

/** The worst of some states. */
export const worst = (found: readonly State[]): State =>
  states[Math.max(0, ...found.map((state) => states.indexOf(state)))] ?? "unknown"
