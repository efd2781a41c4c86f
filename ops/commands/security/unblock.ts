import { command } from "../../command"
import { exit, OpsProblem } from "../../problem"
import { blockedRanges, changeBlocked, rangeOf } from "../../security/ip-set"

export default command({
  summary: "lets an address, or a range of them, in again that was cut off at the firewall",
  details: "Write it as `security blocked` shows it: a part of a blocked range cannot be let in alone.",
  examples: ["security unblock 192.0.2.1 --stage production"],
  args: {
    address: { type: "positional", required: true, description: "what `security blocked` shows" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  async changes({ args, stage }) {
    const { range } = rangeOf(args.address)
    if (!(await blockedRanges(stage)).some((one) => one.range === range))
      throw new OpsProblem(`${range} is not blocked.`, "`security blocked` lists what is.", exit.nothing)
    return `let ${range} in again${args.why ? `: ${args.why}` : ""}`
  },
  async run({ args, stage }) {
    const { version, range } = rangeOf(args.address)
    const changed = await changeBlocked(stage, version, (ranges) =>
      ranges.includes(range) ? ranges.filter((one) => one !== range) : undefined,
    )
    return { data: { range, blocked: false, changed }, text: `Let in again: ${range}.` }
  },
})
