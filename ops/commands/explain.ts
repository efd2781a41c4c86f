import { AppError } from "../../core/error"
import { Explain } from "../../core/explain"
import { linkBuckets } from "../buckets"
import { command } from "../command"
import { finder } from "../explain/find"
import { explanationShown } from "../explain/show"
import { periodArgs, periodOf } from "../logs/period"
import { personOf } from "../person"
import { exit, OpsProblem } from "../problem"

export default command({
  summary: "tells everything about one photo, post, comment, person, session, link or request",
  details: [
    "Rows, objects and their hashes, who may see it, what happened, what was decided, its log lines and traces; what is",
    "wrong comes first, with the command to go on with. What people wrote is told by its length alone.",
    "Exit code 1 when something about it is out of order, 4 when there is no such thing.",
  ].join("\n"),
  examples: [
    "explain https://your-domain.com/p/pst_01J8Z0V6KQ4N1X5T7W9Y3B2D4F --stage production",
    "explain pho_01J8Z0V6KQ4N1X5T7W9Y3B2D4F --as ada",
    "explain 3f0c6a52-6f5c-4c0e-9a55-0d1a0f6a2b11 --since 24h --json",
  ],
  args: {
    what: {
      type: "positional",
      required: true,
      valueHint: "url or id",
      description: "what somebody complains of",
    },
    as: { type: "string", valueHint: "person", description: "also whether this person sees it" },
    ...periodArgs,
    since: { ...periodArgs.since, default: "7d" },
  },
  async run({ args, stage }) {
    await linkBuckets(stage)
    const as = args.as ? (await personOf(args.as)).userId : undefined
    const find = finder(stage, periodOf(args))
    const asked = { what: args.what, ...(as ? { as } : {}) }
    const found = await Explain.about({ kind: "system" }, asked, find).catch((error) => {
      if (!(error instanceof AppError)) throw error
      throw new OpsProblem(
        `Stage ${stage.name} knows nothing of "${args.what.slice(0, 100)}".`,
        "An address, an id (pst_…), a handle, or a request id; an older one needs --since 30d.",
        exit.nothing,
      )
    })
    return { data: found, text: explanationShown(found, stage), ok: found.problems.length === 0 }
  },
})
