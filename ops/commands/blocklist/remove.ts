import { Blocklist } from "../../../core/blocklist"
import { command } from "../../command"
import { exit, OpsProblem } from "../../problem"

export default command({
  summary: "takes a hash off the list of blocked pictures",
  details: "What a quarantine put there is taken off by `moderation undo`.",
  examples: ["blocklist remove dhash:a1b2c3d4e5f60718 --stage production"],
  args: {
    hash: { type: "positional", required: true, description: "sha256:… or dhash:…, as in `blocklist list`" },
  },
  async changes({ args, stage }) {
    await stage.link()
    const row = await Blocklist.get(args.hash)
    return row && `take ${row.hash}, blocked ${row.at} (${row.why}), off the list`
  },
  async run({ args }) {
    if (!(await Blocklist.remove(args.hash)))
      throw new OpsProblem(
        `There is nothing ${args.hash} on the list.`,
        "`blocklist list` shows it.",
        exit.nothing,
      )
    return { data: { hash: args.hash }, text: `No longer blocked: ${args.hash}.` }
  },
})
