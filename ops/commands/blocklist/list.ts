import { Blocklist } from "../../../core/blocklist"
import { command } from "../../command"
import { numberOf } from "../../number"
import { table } from "../../output"

export default command({
  summary: "lists the pictures that are not taken here, by their hashes, the last first",
  details: "`why` is the decision that blocked one, or what an operator wrote.",
  examples: ["blocklist list", "blocklist list --stage production --json"],
  args: { limit: { type: "string", default: "100", description: "how many at the most" } },
  async run({ args, stage }) {
    await stage.link()
    const data = await Blocklist.last(numberOf("limit", args.limit))
    const columns = (["at", "hash", "why", "by"] as const).map((of) => ({ of }))
    return { data, text: data.length > 0 ? table(data, columns) : "No picture is blocked." }
  },
})
