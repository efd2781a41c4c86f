import { Release } from "../../../core/release"
import { command } from "../../command"
import { facts } from "../../output"
import { exit, OpsProblem } from "../../problem"
import { released } from "../../released"

export default command({
  summary: "says which release a rollback would go to",
  details:
    "The last release that was deployed and verified, other than the running one, and was never rolled back from.",
  examples: ["releases target --stage production", "releases target --stage production --to 1a2b3c4"],
  args: { to: { type: "string", description: "a tag, an id, or at least seven digits of a commit" } },
  async run({ args, stage }) {
    await stage.link()
    const releases = await released()
    const found = Release.target(releases, args.to)
    if (!found) {
      const what = args.to ? `no release ${args.to}` : "no earlier release that was good"
      throw new OpsProblem(
        `Stage ${stage.name} has ${what}.`,
        `npm run ops -- releases --stage ${stage.name} lists them.`,
        exit.nothing,
      )
    }
    const data = { ...found, running: releases[0]?.tag ?? null }
    return {
      data,
      text: facts({
        tag: data.tag,
        commit: data.commit,
        deployed: data.at,
        by: data.by,
        running: data.running,
      }),
    }
  },
})
