import { command } from "../../command"
import { table } from "../../output"
import { type Level, levels, vulnerabilities } from "../../security/vulnerabilities"

export default command({
  summary: "asks the registry for known vulnerabilities of the dependencies, from moderate up",
  details: "Exit code 1 when there is one. It reads package-lock.json of this checkout; no stage is asked.",
  examples: ["security audit", "security audit --level high --production --json"],
  args: {
    level: {
      type: "enum",
      options: [...levels],
      default: "moderate",
      description: "the least severity that counts",
    },
    production: { type: "boolean", description: "only what is deployed" },
  },
  async run({ args }) {
    const found = await vulnerabilities(args.level as Level, args.production === true)
    const listed = table(found, [
      { of: "severity" },
      { of: "name" },
      { of: "range" },
      { of: "direct" },
      { of: "fix" },
      { of: "why" },
      { of: "more" },
    ])
    const nothing = `No dependency has a known vulnerability of level ${args.level} or above.`
    return { data: found, text: found.length > 0 ? listed : nothing, ok: found.length === 0 }
  },
})
