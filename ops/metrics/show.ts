import { table } from "../output"
import type { Series, Unit } from "./series"
import type { Values, Window } from "./source"
import { sparkline } from "./sparkline"

export type Told = { series: Series; values: Values }

/**
 * What a series was over all of a window: the sum of what is summed, the mean of what is averaged, the highest of the
 * rest; undefined where nothing was counted.
 */
export function overall({ series: { stat }, values }: Told): number | undefined {
  const there = values.filter((value) => value !== undefined)
  if (there.length === 0) return undefined
  const sum = there.reduce((total, value) => total + value, 0)
  if (stat === "Sum") return sum
  return stat === "Average" ? sum / there.length : Math.max(...there)
}

const titles = { Sum: "sum", Average: "mean", Maximum: "highest", p95: "highest p95" } as const

/** Series as a table with their course. */
export const shown = (told: readonly Told[], window: Window): string =>
  [
    table(
      told.map((one) => {
        const { series, values } = one
        return {
          metric: [series.of, series.metric].filter(Boolean).join(" "),
          stat: titles[series.stat],
          value: written(overall(one), series.unit),
          peak: written(peakOf(values), series.unit),
          course: sparkline(values),
        }
      }),
      [
        { of: "metric" },
        { of: "stat", as: "" },
        { of: "value", as: "all of it", align: "right" },
        { of: "peak", as: `highest ${lengthOf(window.step)}`, align: "right" },
        { of: "course" },
      ],
    ),
  ].join("\n")

function peakOf(values: Values): number | undefined {
  const there = values.filter((value) => value !== undefined)
  return there.length > 0 ? Math.max(...there) : undefined
}

function written(value: number | undefined, unit: Unit): string | undefined {
  if (value === undefined) return undefined
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 1
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })}${unit && ` ${unit}`}`
}

function lengthOf(seconds: number): string {
  if (seconds >= 86_400) return `${seconds / 86_400} d`
  return seconds >= 3600 ? `${seconds / 3600} h` : `${seconds / 60} min`
}

/** Series for scripts. */
export const asJson = (told: readonly Told[], window: Window) => ({
  since: new Date(window.since).toISOString(),
  until: new Date(window.until).toISOString(),
  step: window.step,
  series: told.map((one) => ({
    ...one.series,
    overall: overall(one) ?? null,
    values: one.values.map((value) => value ?? null),
  })),
})
