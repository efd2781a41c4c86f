import { command } from "../../command"
import { facts } from "../../output"
import { exit, OpsProblem } from "../../problem"
import {
  after,
  ends,
  keepVersions,
  kept,
  nextStep,
  presentVersions,
  type Rotatable,
  rotatable,
} from "../../security/rotation"
import type { Stage } from "../../stage"

export default command({
  summary: "rotates a secret, a step a call: lets a new version in, puts it first, ends the one before",
  details:
    "Each step is deployed before the next: then no call is refused meanwhile. On a laptop the next start is the deployment.\nWhoever the last step signs out, or what else it ends, is said before. --at-once replaces a secret that is in wrong\nhands: what the last step ends, ends with the deployment. Not for passwords of the canary and of providers.",
  examples: [
    "security rotate AuthSecret",
    "sst shell --stage production -- npm run ops -- security rotate CdnSecret --stage production",
    "sst shell --stage production -- npm run ops -- security rotate AuthSecret --at-once --stage production",
  ],
  args: {
    secret: { type: "positional", required: true, description: rotatable.join(", ") },
    "at-once": { type: "boolean", description: "end the present versions with the same step" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  async changes({ args, stage }) {
    const { name, step, versions } = await planned(args, stage)
    const words = {
      append: "let in a new version beside the present one; nothing ends",
      promote: `use version ${after("promote", versions)[0]?.id} from now on; nothing ends`,
      remove: `end all versions but ${versions[0]?.id}: ${ends[name]}`,
      replace: `replace every version at once: ${ends[name]}`,
    }
    return `${name}: ${words[step]}${args.why ? `: ${args.why}` : ""}`
  },
  async run({ args, stage }) {
    const { name, step, versions } = await planned(args, stage)
    const left = after(step, versions)
    await keepVersions(stage, name, left)
    const apply = stage.isLocal ? "start the stage anew" : "deploy"
    const isOver = step === "remove" || step === "replace"
    const data = {
      secret: name,
      done: step,
      versions: left.map(({ id }) => id).join(", "),
      next: isOver
        ? `${apply}; then it is rotated`
        : `${apply}, then this again, in a new shell: ${nextStep(left)}`,
      ends: isOver ? ends[name] : "nothing yet",
    }
    return { data, text: facts(data) }
  },
})

async function planned(args: { secret: string; "at-once"?: boolean | undefined }, stage: Stage) {
  const name = rotatable.find((one) => one === args.secret)
  if (!name)
    throw new OpsProblem(
      `There is no secret "${args.secret}" to rotate.`,
      `There are: ${rotatable.join(", ")}.`,
    )
  const versions = await presentVersions(stage, name)
  const step = args["at-once"] ? "replace" : nextStep(versions)
  if (kept.includes(name) && (step === "remove" || step === "replace")) refuse(name)
  return { name, step, versions } as const
}

/** @throws OpsProblem always */
function refuse(name: Rotatable): never {
  throw new OpsProblem(
    `The versions of ${name} before the newest cannot end: ${ends[name]}.`,
    "The rotation is over: what is stored from now on is stored under the newest.",
    exit.nothing,
  )
}
