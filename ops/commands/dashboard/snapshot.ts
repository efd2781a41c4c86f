import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { CloudWatchClient, GetMetricWidgetImageCommand } from "@aws-sdk/client-cloudwatch"
import { command } from "../../command"
import { bodyOf } from "../../dashboard"

export default command({
  summary: "draws the graphs of the stage's dashboard as pictures, for a report",
  details: "A PNG a graph, named by its place and title.",
  examples: [
    "dashboard snapshot ./incident --stage production",
    "dashboard snapshot ./week --since P7D --stage production",
  ],
  args: {
    folder: { type: "positional", required: true, description: "where the pictures go" },
    since: { type: "string", default: "PT3H", description: "how far back, as ISO 8601 says it: PT3H, P7D" },
  },
  async run({ args, stage, say }) {
    const { widgets } = await bodyOf(stage)
    await mkdir(args.folder, { recursive: true })
    const files: string[] = []
    for (const [at, { type, properties }] of widgets.entries()) {
      if (type !== "metric") continue
      const title = String(properties.title ?? "graph")
      const region = String(properties.region ?? stage.region)
      const MetricWidget = JSON.stringify({ ...properties, start: `-${args.since}`, width: 900, height: 450 })
      const { MetricWidgetImage = new Uint8Array() } = await stage
        .client(CloudWatchClient, region)
        .send(new GetMetricWidgetImageCommand({ MetricWidget }))
      const name = `${String(at).padStart(2, "0")}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.png`
      await writeFile(path.join(args.folder, name), MetricWidgetImage)
      files.push(name)
      say(name)
    }
    return { data: { folder: args.folder, files }, text: `${files.length} graphs are in ${args.folder}.` }
  },
})
