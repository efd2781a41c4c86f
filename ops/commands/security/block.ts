import { command } from "../../command"
import { blockedRanges, changeBlocked, rangeOf } from "../../security/ip-set"

export default command({
  summary: "cuts off an address, or a range of them, at the firewall: within a minute, everywhere",
  details:
    "Everything that it asks for is answered with 403, before anything of ours runs. A deployment leaves the list alone.\nMany people may share an address: `security ip` shows who they are. On a laptop there is no firewall.",
  examples: [
    "security block 192.0.2.1 --why 'password spraying' --stage production",
    "security block 2001:db8:1:2::/64 --stage production",
  ],
  args: {
    address: { type: "positional", required: true, description: "192.0.2.1, 192.0.2.0/24, 2001:db8::1" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  async changes({ args, stage }) {
    const { range } = rangeOf(args.address)
    if ((await blockedRanges(stage)).some((one) => one.range === range)) return undefined
    return `block ${range}${args.why ? `: ${args.why}` : ""}`
  },
  async run({ args, stage }) {
    const { version, range } = rangeOf(args.address)
    const changed = await changeBlocked(stage, version, (ranges) =>
      ranges.includes(range) ? undefined : [...ranges, range],
    )
    return {
      data: { range, blocked: true, changed },
      text: changed ? `Blocked: ${range}.` : `${range} is blocked already.`,
    }
  },
})
