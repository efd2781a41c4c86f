import { Moderation } from "../../../core/moderation"
import { Queue } from "../../../core/moderation/moderation.schema"
import { command } from "../../command"
import { numberOf } from "../../number"
import { table } from "../../output"

export default command({
  summary: "lists what waits for a moderator: cases, appeals; or what was decided last",
  details:
    "By id, the most pressing first. For whoever moderates there is /admin/reports, with the pictures.",
  examples: ["moderation queue", "moderation queue --of appeals --stage production --json"],
  args: {
    of: { type: "enum", options: [...Queue.options], default: "open", description: "which queue" },
    limit: { type: "string", default: "50", description: "how many at the most" },
  },
  async run({ args, stage }) {
    await stage.link()
    const data = await Moderation.lines(Queue.parse(args.of), numberOf("limit", args.limit))
    const columns = (["since", "target", "what", "reports", "decision"] as const).map((of) => ({ of }))
    return { data, text: data.length > 0 ? table(data, columns) : "Nothing is there." }
  },
})
