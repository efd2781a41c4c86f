import { Moderation } from "../../../core/moderation"
import { Act, byNotice, Decide, Rule } from "../../../core/moderation/moderation.schema"
import { command } from "../../command"
import { linkProduct } from "../../linked"
import { deciding } from "../../moderation/refused"
import { targetOf } from "../../moderation/target"
import { exit, OpsProblem } from "../../problem"
import { who } from "../../who"

export default command({
  summary: "decides about a post, comment, person or photo, as an administrator does",
  details:
    "The author is told, reads the reason as it is written here, and may appeal. Nothing is deleted: `moderation undo` gives it all back.",
  examples: [
    "moderation decide pst_01J0000000000000000000000A hide --rule spam --reason 'An advertisement.'",
    "moderation decide usr_01J0000000000000000000000A dismiss --stage production",
    "moderation decide pst_01J0000000000000000000000A hide --rule copyright --reason 'See the notice.' --notice tkd_01J0000000000000000000000A",
  ],
  args: {
    target: { type: "positional", required: true, description: "the id of the thing, or a handle" },
    act: {
      type: "positional",
      required: true,
      valueHint: Act.options.join("|"),
      description: "what is decided",
    },
    rule: {
      type: "enum",
      options: [...Rule.options],
      default: "other",
      description: "the rule that it is by",
    },
    reason: { type: "string", default: "", description: "for the author, who reads it as it is" },
    warning: { type: "string", description: "what covers the post, with `cover`" },
    notice: {
      type: "string",
      valueHint: "tkd_…",
      description: "the legal notice that it is by: the author reads its text, never who sent it",
    },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    const target = await targetOf(args.target)
    const { act, rule, reason, takedownId } = decisionOf(target, args)
    const seen = Moderation.caseOf(Moderation.operatorActor(await who(stage)), { id: target })
    const { kind, owner, acts } = await deciding(seen, target)
    if (!acts.includes(act))
      throw new OpsProblem(
        `${act} cannot be decided about ${target} now.`,
        `What can: ${acts.join(", ") || "nothing"}.`,
        exit.failed,
      )
    const by = `${rule}${takedownId ? `, by ${takedownId}` : ""}${reason && `: ${reason}`}`
    return `decide ${act} about ${kind} ${target} of ${owner?.handle ?? "nobody"} (${by})`
  },
  async run({ args, stage }) {
    const target = await targetOf(args.target)
    const { targets, ...decision } = decisionOf(target, args)
    const decider = { by: await who(stage), role: "admin" } as const
    const id = await deciding(Moderation.one(decider, target, decision), target)
    return { data: { id, target, act: decision.act }, text: `Decided: ${id}.` }
  },
})

/** @throws OpsProblem for what is no decision */
function decisionOf(target: string, { act, rule, reason, warning, notice }: Record<string, unknown>) {
  const given = {
    ...{ targets: [target], act, rule, reason },
    ...(warning ? { warning } : {}),
    ...(notice ? { takedownId: notice } : {}),
  }
  const { success, data, error } = Decide.safeParse(given)
  if (success) return data
  const [where, said] = [error.issues[0]?.path[0], error.issues[0]?.message]
  throw new OpsProblem(
    where === "reason"
      ? "--reason is missing: the author reads it."
      : where === "act"
        ? `There is no decision "${act}".`
        : said === "takedown_rule"
          ? `--notice goes with --rule ${byNotice.join(" or ")}.`
          : where === "takedownId"
            ? `${notice} is no id of a legal notice.`
            : `${String(where)}: ${said}`,
    where === "act" ? `Decisions: ${Act.options.join(", ")}.` : "--help shows how it is used.",
  )
}
