import { readFile } from "node:fs/promises"
import { CloudWatchClient, PutDashboardCommand } from "@aws-sdk/client-cloudwatch"
import { command } from "../../command"
import { parseBody } from "../../dashboard"
import { OpsProblem } from "../../problem"

export default command({
  summary: "makes a file the stage's dashboard",
  details:
    "A file that `dashboard export` wrote. The next deployment puts back that of infra/dashboard.ts: change it there to last.",
  examples: ["dashboard put dashboard-config.json --stage production"],
  args: { file: { type: "positional", required: true, description: "the file to read" } },
  async changes({ args, stage }) {
    const { widgets } = await read(args.file)
    return `put ${widgets.length} widgets in place of the dashboard ${stage.names.dashboard}`
  },
  async run({ args, stage }) {
    const DashboardBody = JSON.stringify(await read(args.file))
    const { DashboardValidationMessages: messages = [] } = await stage
      .client(CloudWatchClient)
      .send(new PutDashboardCommand({ DashboardName: stage.names.dashboard, DashboardBody }))
    const remarks = messages.map(({ DataPath, Message }) => `${DataPath ?? ""} ${Message ?? ""}`.trim())
    const data = { dashboard: stage.names.dashboard, remarks }
    return { data, text: [`${data.dashboard} is what ${args.file} says.`, ...remarks].join("\n") }
  },
})

async function read(file: string) {
  const text = await readFile(file, "utf8").catch(() => {
    throw new OpsProblem(`There is no file ${file}.`, "npm run ops -- dashboard export writes one.")
  })
  return parseBody(text, file)
}
