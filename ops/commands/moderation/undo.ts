import { Moderation } from "../../../core/moderation"
import { command } from "../../command"
import { linkProduct } from "../../linked"
import { deciding } from "../../moderation/refused"
import { who } from "../../who"

export default command({
  summary: "takes a decision back: everything is as it was before it",
  details: "Whom it concerned is told. What its author changed meanwhile stays changed.",
  examples: ["moderation undo dcn_01J0000000000000000000000A --why 'a mistake of ours' --stage production"],
  args: {
    decision: { type: "positional", required: true, description: "the decision's id" },
    why: { type: "string", required: true, description: "the reason, for the audit" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    const { act, targetId, at } = await deciding(Moderation.decisionRow(args.decision), args.decision)
    return `take back ${args.decision}: ${act} about ${targetId} of ${at}`
  },
  async run({ args, stage }) {
    const row = await deciding(Moderation.decisionRow(args.decision), args.decision)
    const decider = { by: await who(stage), role: "admin" } as const
    await deciding(Moderation.takeBack(decider, row, args.why), args.decision)
    return {
      data: { id: row.decisionId, target: row.targetId, undone: row.act },
      text: `Undone: ${row.act} about ${row.targetId}.`,
    }
  },
})
