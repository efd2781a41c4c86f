import { type Series, seriesOf, services } from "../../metrics/series"
import { overall } from "../../metrics/show"
import type { Values } from "../../metrics/source"
import { type About, dateOf, day } from "../context"
import type { Chart, Part } from "../report"

const watched = ["Count Sum", "5xx Sum", "Latency p95", "PhotoReady p95", "Uploads Sum", "Posts Sum"]

const hour = 3_600_000

/** What was counted in seven days, and in the seven before. */
export async function metrics({ stage, until, words: { metrics: w, ...words } }: About): Promise<Part> {
  const end = Math.ceil(until / hour) * hour
  const window = { since: end - 14 * day, until: end, step: 86_400 }
  const known = { names: stage.names, outputs: await stage.outputs() }
  const series = services.flatMap((service) => seriesOf(service, known))
  const values = await stage.metrics().read(series, window)
  const told = series.map((one, i) => compared(one, values[i] ?? []))
  const counted = told.filter(({ now, before }) => now !== undefined || before !== undefined)
  const find = (name: string) => counted.find(({ name: own }) => own === name)
  const faults = find("5xx Sum")
  const stuck = find("PhotosStuck Maximum")?.now ?? 0
  const rises = (faults?.now ?? 0) > (faults?.before ?? 0)
  const write = (value: number | undefined, unit: string) =>
    value === undefined ? words.none : `${words.number(Math.round(value * 10) / 10)}${unit && ` ${unit}`}`
  const needs = [
    ...(rises
      ? [
          {
            what: w.need5xx(faults?.now ?? 0),
            command: "logs access --since 7d --filter '{ $.status >= 500 }'",
          },
        ]
      : []),
    ...(stuck > 0
      ? [{ what: w.needStuck(stuck), command: "logs image-processing --since 7d --filter ERROR" }]
      : []),
  ]
  return {
    title: w.title,
    state: needs.length > 0 ? "needs" : "ok",
    said: [w.said],
    charts: watched.flatMap((name): Chart[] => {
      const one = find(name)
      if (!one) return []
      const { series: of, now, week } = one
      return [
        {
          title: `${of.metric} · ${w.stats[of.stat]}`,
          value: write(now, of.unit),
          values: week,
          kind: of.stat === "Sum" ? "bars" : "line",
          from: dateOf(end - 7 * day),
          to: dateOf(end - 1),
          ...(name.startsWith("5xx") ? { isBad: true } : {}),
        },
      ]
    }),
    tables: [
      {
        columns: w.columns.map((as, i) => ({ as, ...(i > 1 ? { align: "right" as const } : {}) })),
        rows: counted.map(({ series: { of, metric, stat, unit }, now, before }) => [
          [of, metric].filter(Boolean).join(" "),
          w.stats[stat] ?? stat,
          write(now, unit),
          write(before, unit),
          changed(now, before, w.fresh) ?? words.none,
        ]),
      },
    ],
    needs,
    figures: Object.fromEntries(counted.flatMap(({ name, now }) => (now === undefined ? [] : [[name, now]]))),
  }
}

function compared(series: Series, values: Values) {
  const [earlier, week] = [values.slice(0, 7), values.slice(7)]
  const name = [series.of, series.metric, series.stat].filter(Boolean).join(" ")
  return {
    series,
    name,
    week,
    now: overall({ series, values: week }),
    before: overall({ series, values: earlier }),
  }
}

function changed(now: number | undefined, before: number | undefined, fresh: string): string | undefined {
  if (now === undefined || before === undefined) return undefined
  if (before === 0) return now === 0 ? "±0 %" : fresh
  const part = Math.round((now / before - 1) * 100)
  return part === 0 ? "±0 %" : `${part > 0 ? "+" : "−"}${Math.abs(part)} %`
}
