import { Moderation } from "../../../core/moderation"
import { command } from "../../command"
import { linkProduct } from "../../linked"
import { deciding } from "../../moderation/refused"
import { facts, table } from "../../output"
import { who } from "../../who"

export default command({
  summary: "shows a case: what was said against a post, comment, person or photo, and what was decided",
  details: "Never who reported, nor the name and address of whoever sent a legal notice.",
  examples: ["moderation show pst_01J0000000000000000000000A --stage production"],
  args: { target: { type: "positional", required: true, description: "the id of the thing" } },
  async run({ args, stage }) {
    await linkProduct(stage)
    const reading = Moderation.caseOf(Moderation.operatorActor(await who(stage)), { id: args.target })
    const found = await deciding(reading, args.target)
    const data = {
      target: found.target,
      kind: found.kind,
      status: found.status,
      owner: found.owner?.handle,
      due: found.status === "open" ? found.dueAt : undefined,
      text: found.caption ?? found.comment?.text,
      pictures: found.pictures.length,
      "decisions against the owner": found.against,
      "may be decided": found.acts.join(", "),
    }
    const reports = found.reports.map(({ at, kind, status, text }) => ({ at, kind, status, text }))
    const notices = found.takedowns.map(({ id, at, right, text }) => ({ at, id, right, text }))
    const decisions = found.decisions.map(({ id, at, act, rule, undone, reason }) => ({
      at,
      id,
      act,
      rule,
      undone: undone ? "undone" : "",
      reason,
    }))
    const parts = [
      facts(data),
      ...(reports.length > 0 ? [table(reports, columns("at", "kind", "status", "text"))] : []),
      ...(notices.length > 0 ? [table(notices, columns("at", "id", "right", "text"))] : []),
      ...(decisions.length > 0
        ? [table(decisions, columns("at", "id", "act", "rule", "undone", "reason"))]
        : []),
    ]
    return { data: { ...data, reports, notices, decisions }, text: parts.join("\n\n") }
  },
})

const columns = <const Name extends string>(...names: Name[]) => names.map((of) => ({ of }))
