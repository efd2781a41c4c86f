import { linkBuckets } from "../buckets"
import { patternOf } from "../logs/pattern"
import { shown } from "../logs/show"
import type { LogEvent, LogName } from "../logs/source"
import { type Series, type Service, seriesOf } from "../metrics/series"
import { overall } from "../metrics/show"
import { windowOf } from "../metrics/source"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"

/** A line of a log as an object, with the event that it came as. */
export type Line = { event: LogEvent } & Record<string, unknown>
type Period = { since: number; until: number }

/** What the steps of one walk look at: each log and each series is asked once. */
export type Scene = ReturnType<typeof sceneOf>

/** So many lines of one question are enough. */
const most = 10_000

/** @param about what somebody complains of: an address or an id */
export function sceneOf(stage: Stage, period: Period, about?: string) {
  const asked = new Map<string, Promise<Line[]>>()
  async function search(log: LogName, filter: string): Promise<Line[]> {
    const lines: Line[] = []
    // What an emulator of AWS gives without having looked is not taken for an answer.
    const fits = patternOf(filter)
    for await (const event of stage.log(log).search({ ...period, filter })) {
      if (!fits(event.message)) continue
      lines.push({ ...parsed(event.message), event })
      if (lines.length === most) break
    }
    return lines
  }
  const lines = (log: LogName, filter: string) => {
    const known = asked.get(`${log} ${filter}`) ?? search(log, filter)
    asked.set(`${log} ${filter}`, known)
    return known
  }
  return {
    stage,
    period,
    about,
    /** The lines of a log that fit a filter pattern, in the order written. */
    lines,
    /** The lines of several logs; a log that the stage does not have has none. */
    async linesOf(logs: readonly LogName[], filter: string): Promise<(Line & { log: LogName })[]> {
      const each = logs.map(async (log) =>
        (await lines(log, filter).catch(orNone)).map((line) => ({ ...line, log })),
      )
      return (await Promise.all(each)).flat()
    },
    /** What a service was over all of the period, by series: undefined where nobody counts it. */
    async metrics(service: Service): Promise<{ series: Series; value: number | undefined }[]> {
      const series = seriesOf(service, { names: stage.names, outputs: await stage.outputs() })
      const values = await stage.metrics().read(series, windowOf(period))
      return series.map((one, i) => ({
        series: one,
        value: overall({ series: one, values: values[i] ?? [] }),
      }))
    },
    /** Leads the doors of core to the stage's table and buckets. */
    link: () => linkBuckets(stage),
  }
}

const orNone = (error: unknown): Line[] => {
  if (error instanceof OpsProblem) return []
  throw error
}

function parsed(message: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(message)
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A few lines as people read them: the first, and the last ones. */
export const examples = (lines: readonly Line[], count = 3): string[] =>
  lines.slice(-count).map(({ event }) => shown(event).split("\n").slice(0, 2).join("\n"))
