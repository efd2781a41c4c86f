import { Canary } from "../../core/canary"
import type { Journey } from "../../core/canary/canary.schema"
import { Status } from "../../core/status"
import { canaryPassword } from "../canary-password"
import { command } from "../command"
import { mark, table } from "../output"

export default command({
  summary: "signs in, uploads, waits for the photo, reads the feed and looks as a visitor, and cleans up",
  details:
    "What functions/canary does every five minutes, from where you are. Needs the canary's account: `canary enrol`, once.\nOn a laptop, where that function does not run, the status page shows what this found.",
  examples: ["canary", "sst shell --stage production -- npm run ops -- canary --stage production"],
  args: {
    site: { type: "string", valueHint: "origin", description: "another origin than the stage's own" },
    seconds: {
      type: "string",
      description: "how long all of it may take; 90, or 300 on a laptop, where pages are compiled",
    },
  },
  async run({ args, stage }) {
    const site = args.site ?? (await stage.outputs()).site
    const password = await canaryPassword(stage)
    const journeys = await Canary.play(site, {
      password,
      patience: args.seconds ? Number(args.seconds) * 1000 : patienceWith(stage),
    })
    if (stage.isLocal && !args.site) await Status.noteJourneys(journeys)
    return { data: { site, journeys }, text: shown(journeys), ok: Canary.isFine(journeys) }
  },
})

/** Milliseconds that a stage's journeys may take. */
export const patienceWith = ({ isLocal }: { isLocal: boolean }) => (isLocal ? 300_000 : 90_000)

/** The journeys as a table. */
export const shown = (journeys: readonly Journey[]) =>
  table(
    journeys.map(({ state, milliseconds, ...journey }) => ({
      ...journey,
      state: mark(state === "skipped" ? undefined : state === "ok"),
      took: state === "skipped" ? "" : `${milliseconds} ms`,
    })),
    [{ of: "state", as: "" }, { of: "name", as: "journey" }, { of: "took", align: "right" }, { of: "error" }],
  )
