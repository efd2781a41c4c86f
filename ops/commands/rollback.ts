import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { Release } from "../../core/release"
import { command } from "../command"
import { exit, OpsProblem } from "../problem"
import { released } from "../released"

const script = path.resolve(import.meta.dirname, "../../scripts/rollback.sh")

export default command({
  summary: "deploys the last good release again, invalidates the CDN, and verifies",
  details:
    "Takes as long as a deployment, 5 to 15 minutes. Functions are updated in place, so going back is deploying again:\nit happens in a checkout of its own, yours is left alone. `releases` shows where it would go.",
  examples: ["rollback --stage production", "rollback --stage production --to 1a2b3c4"],
  args: { to: { type: "string", description: "a tag, an id, or at least seven digits of a commit" } },
  async changes({ args, stage }) {
    if (stage.isLocal) throw new OpsProblem("The local stage runs what is checked out: git checkout it.")
    await stage.link()
    const target = Release.target(await released(), args.to)
    if (!target)
      throw new OpsProblem(`Stage ${stage.name} has no such release to go back to.`, undefined, exit.failed)
    return `go back to ${target.tag} (${target.commit.slice(0, 9)}, deployed ${target.at.slice(0, 16)} by ${target.by})`
  },
  async run({ args, stage, say }) {
    say(`Rolling ${stage.name} back …`)
    const words = ["--environment", stage.name, ...(args.to ? ["--to", args.to] : [])]
    // With --json its output goes where people look, and only the outcome to the standard output.
    const output = args.json ? 2 : 1
    const child = spawn("bash", [script, ...words], { stdio: ["ignore", output, 2] })
    const [code] = await once(child, "exit")
    const ok = code === 0
    return {
      data: { stage: stage.name, rolledBack: ok, exitCode: code },
      text: ok ? "" : "It is NOT rolled back.",
      ok,
    }
  },
})
