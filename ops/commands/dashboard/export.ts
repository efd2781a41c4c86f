import { writeFile } from "node:fs/promises"
import { command } from "../../command"
import { bodyOf } from "../../dashboard"

export default command({
  summary: "writes the stage's dashboard to a file, as CloudWatch keeps it",
  details:
    "`dashboard put` takes the file back, also after it was changed. A deployment makes the one of infra/dashboard.ts.",
  examples: ["dashboard export dashboard-config.json --stage production"],
  args: { file: { type: "positional", required: true, description: "the file to write" } },
  async run({ args, stage }) {
    const body = await bodyOf(stage)
    await writeFile(args.file, `${JSON.stringify(body, null, 2)}\n`)
    const data = { dashboard: stage.names.dashboard, file: args.file, widgets: body.widgets.length }
    return { data, text: `${data.widgets} widgets of ${data.dashboard} are in ${args.file}.` }
  },
})
