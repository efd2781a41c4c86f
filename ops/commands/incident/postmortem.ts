import { writeFile } from "node:fs/promises"
import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { meant } from "../../incident/incident"

export default command({
  summary: "drafts the report of an incident from its timeline, as Markdown",
  details:
    "What people have to write is marked with …; tick the step when it is written: `incident update --step report`.",
  examples: [
    "incident postmortem inc_01J0000000000000000000000A",
    "incident postmortem inc_01J0000000000000000000000A --lang ja --out report.md",
  ],
  args: {
    id: { type: "positional", required: true, description: "inc_…" },
    lang: {
      type: "enum",
      options: ["en", "ja"],
      default: "en",
      description: "language of the headings and texts",
    },
    out: { type: "string", valueHint: "file", description: "where to write it; the terminal when not given" },
  },
  async run({ args, stage }) {
    await stage.link()
    const markdown = await meant(
      Incident.postmortem(args.id, args.lang),
      `There is no incident ${args.id} here.`,
    )
    if (!args.out) return { data: { id: args.id, markdown }, text: markdown }
    await writeFile(args.out, markdown)
    return { data: { id: args.id, file: args.out }, text: `Written: ${args.out}` }
  },
})
