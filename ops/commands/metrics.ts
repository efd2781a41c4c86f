import { styleText } from "node:util"
import { command } from "../command"
import { periodArgs, periodOf } from "../logs/period"
import { type Service, seriesOf, services } from "../metrics/series"
import { asJson, shown } from "../metrics/show"
import { windowOf } from "../metrics/source"

const titles: Record<Service, string> = {
  api: "API",
  lambda: "Functions",
  dynamodb: "Table",
  cloudfront: "CDN",
  product: "Product",
}

export default command({
  summary: "shows what was counted: calls, errors, times, capacity, cache hits, and the product's own",
  details: [
    "A dash is what nobody counted: on the local stage there are no capacity, no concurrency and no CDN; what it has",
    "comes from its logs. The last part of the period is not over yet.",
  ].join("\n"),
  examples: [
    "metrics --stage production",
    "metrics --since 7d --service api --stage production",
    "metrics --json",
  ],
  args: {
    ...periodArgs,
    since: { ...periodArgs.since, default: "24h" },
    service: { type: "enum", options: [...services], description: "of one service alone" },
  },
  async run({ args, stage }) {
    const window = windowOf(periodOf(args))
    const known = { names: stage.names, outputs: await stage.outputs() }
    const wanted = services.filter((service) => !args.service || service === args.service)
    const series = wanted.flatMap((service) => seriesOf(service, known))
    const values = await stage.metrics().read(series, window)
    const told = series.map((one, i) => ({ series: one, values: values[i] ?? [] }))
    const parts = wanted.map((service) => {
      const some = told.filter((one) => one.series.service === service)
      const body =
        some.length > 0 ? shown(some, window) : "  This stage has none, or none that its release noted."
      return `${styleText("bold", titles[service])}\n${body}`
    })
    return { data: asJson(told, window), text: parts.join("\n\n") }
  },
})
