import { Release } from "../../core/release"
import { command } from "../command"
import { mark, table } from "../output"
import { released } from "../released"

export default command({
  summary: "lists what was deployed, when, by whom, and how it turned out",
  details: "The newest first. The first line is what is running; `rollback` goes to the line marked ←.",
  examples: ["releases --stage production", "releases --stage production --json"],
  args: {},
  async run({ stage }) {
    await stage.link()
    const releases = await released()
    const previous = Release.target(releases)
    const rows = releases.map((release) => ({
      ...release,
      at: `${release.at.slice(0, 16).replace("T", " ")} UTC`,
      commit: release.commit.slice(0, 9),
      outcome: mark(release.outcome === "good"),
      note: [release.insteadOf && `rolled back from ${release.insteadOf}`, release === previous && "←"]
        .filter(Boolean)
        .join(" "),
    }))
    const text = table(rows, [
      { of: "outcome", as: "" },
      { of: "at" },
      { of: "tag" },
      { of: "commit" },
      { of: "by" },
      { of: "note" },
    ])
    return {
      data: { releases, previous: previous?.tag ?? null },
      text: rows.length > 0 ? text : `Nothing was deployed to ${stage.name} yet.`,
    }
  },
})
