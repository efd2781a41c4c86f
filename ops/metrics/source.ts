import type { Series, Stat } from "./series"

/** A period, and the length of its parts in seconds; times in milliseconds. */
export type Window = { since: number; until: number; step: number }

/** What a series was in each part of a window; undefined where nothing was counted. */
export type Values = (number | undefined)[]

/** Where the metrics of a stage are. */
export type MetricSource = {
  /** @returns the values of each series, in the order asked */
  read(series: readonly Series[], window: Window): Promise<Values[]>
}

const steps = [60, 300, 900, 3600, 10_800, 21_600, 86_400]

/** Splits a period into at most 48 parts of a usual length, on whole ones. */
export function windowOf({ since, until }: { since: number; until: number }): Window {
  const step = steps.find((one) => (until - since) / 1000 / one <= 48) ?? 7 * 86_400
  const whole = step * 1000
  return { since: Math.floor(since / whole) * whole, until: Math.ceil(until / whole) * whole, step }
}

export const partsOf = ({ since, until, step }: Window) => Math.round((until - since) / 1000 / step)

/** Sums values up as CloudWatch does; undefined for none. */
export function summed(values: readonly number[], stat: Stat): number | undefined {
  if (values.length === 0) return undefined
  const sum = values.reduce((total, value) => total + value, 0)
  if (stat === "Sum") return sum
  if (stat === "Average") return sum / values.length
  const sorted = [...values].sort((a, b) => a - b)
  return stat === "Maximum" ? sorted.at(-1) : sorted[Math.ceil(sorted.length * 0.95) - 1]
}
