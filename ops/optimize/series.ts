import { CloudWatchClient } from "@aws-sdk/client-cloudwatch"
import { cloudWatchMetrics } from "../metrics/cloudwatch"
import type { Series as Shown } from "../metrics/series"
import { global, type Stage } from "../stage"

/** A series, without what it is called for people. */
export type Series = Pick<Shown, "namespace" | "metric" | "stat" | "dimensions" | "isGlobal">

const hour = 3_600_000

/** The values of some series, an hour each, over the last so many hours; a series without data has none. */
export async function hourly(
  stage: Stage,
  series: Readonly<Record<string, Series>>,
  hours: number,
): Promise<Record<string, number[]>> {
  const source = cloudWatchMetrics(stage.client(CloudWatchClient), stage.client(CloudWatchClient, global))
  const shown = Object.values(series).map((one): Shown => ({ ...one, service: "product", unit: "" }))
  const until = Math.ceil(Date.now() / hour) * hour
  const read = await source.read(shown, {
    since: until - (hours + 1) * hour,
    until,
    step: 3600,
  })
  const known = read.map((values) => values.filter((value) => value !== undefined))
  return Object.fromEntries(Object.keys(series).map((name, at) => [name, known[at] ?? []]))
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
export const average = (values: readonly number[]) => (values.length > 0 ? sum(values) / values.length : 0)
export const greatest = (values: readonly number[]) => Math.max(0, ...values)
