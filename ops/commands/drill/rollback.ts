import { Release } from "../../../core/release"
import { command } from "../../command"
import { proved } from "../../drill/proved"
import { rehearse } from "../../drill/rehearsal"
import { exit, OpsProblem } from "../../problem"
import { released } from "../../released"
import type { Check } from "../../verify/check"
import rollback from "../rollback"

export default command({
  summary: "goes back to the last good release, verifies it, and comes forward again",
  details:
    "On AWS two deployments, 10 to 30 minutes, each verified by `rollback` itself: staging is the place for it, and in\nproduction it is refused without --yes. On a laptop it proves less: that the earlier commit can be checked out as a\nrollback does it, and that each of the two reads the rows which the other stores; not that it deploys.",
  examples: ["drill rollback --stage staging", "drill rollback --to HEAD~1 --yes"],
  args: { to: { type: "string", description: "a release; on a laptop a commit, the one before this" } },
  async changes({ args, stage }) {
    if (stage.isLocal)
      return `check ${args.to ?? "HEAD~1"} out into a folder of its own, look, and note what was found`
    if (stage.name === "production" && args.yes !== true)
      throw new OpsProblem(
        "A drill does not take production back and forth by the way.",
        "--stage staging; or --yes, when production is what has to be proved.",
        exit.declined,
      )
    await stage.link()
    const { back, present } = await between(args.to)
    return `go back from ${present.tag} to ${back.tag}, verify, and come forward to ${present.tag} again`
  },
  async run({ args, stage, say, emit }) {
    await stage.link()
    if (stage.isLocal)
      return proved(
        stage,
        "rollback",
        await rehearse(args.to ?? "HEAD~1"),
        "The earlier release is at hand, and the rows suit both. That it deploys is proved on staging.",
      )
    const { back, present } = await between(args.to)
    const go = async (to: string): Promise<Check> => {
      const began = Date.now()
      const { ok } = await rollback.run({ args: { ...args, to }, stage, say, emit } as never)
      const minutes = Math.round((Date.now() - began) / 60_000)
      return { name: `to ${to}`, ok: ok !== false, found: `deployed and verified in ${minutes} minutes` }
    }
    const first = await go(back.tag)
    // Also when going back has failed: what ran before is what is known to work.
    const checks = [first, await go(present.tag)].map((one) =>
      one.ok ? one : { ...one, found: "it is NOT running: see above" },
    )
    return proved(stage, "rollback", checks, `${present.tag} runs again; going back works.`)
  },
})

/** The release that runs, and the one to go back to. @throws OpsProblem when there is none */
async function between(to: string | undefined) {
  const releases = await released()
  const [present] = releases
  const back = Release.target(releases, to)
  if (!present || !back || back.tag === present.tag)
    throw new OpsProblem("There is no release to go back to.", "`releases` lists them.", exit.nothing)
  return { back, present }
}
