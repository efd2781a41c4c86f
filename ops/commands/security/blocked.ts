import { command } from "../../command"
import { table } from "../../output"
import { blockedRanges } from "../../security/ip-set"

export default command({
  summary: "lists the addresses that somebody on call cut off at the firewall",
  details:
    "Who did it, when and why is in the audit. `security waf` shows what was blocked of them, and by other rules.",
  examples: ["security blocked --stage production"],
  args: {},
  async run({ stage }) {
    const ranges = await blockedRanges(stage)
    const text =
      ranges.length > 0 ? table(ranges, [{ of: "range" }, { of: "version" }]) : "Nobody is cut off."
    return { data: ranges, text }
  },
})
