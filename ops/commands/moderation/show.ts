import { Moderation } from "../../../core/moderation"
import { command } from "../../command"
import { linkProduct } from "../../linked"
import { deciding } from "../../moderation/refused"
import { targetOf } from "../../moderation/target"
import { facts, table } from "../../output"
import { who } from "../../who"

export default command({
  summary:
    "shows a case: what was said against a post, comment, person or photo, what was decided, and appeals",
  details:
    "Never who reported, nor the name and address of whoever sent a legal notice, nor the name under a counter-notice.",
  examples: ["moderation show pst_01J0000000000000000000000A --stage production", "moderation show ada"],
  args: { target: { type: "positional", required: true, description: "the id of the thing, or a handle" } },
  async run({ args, stage }) {
    await linkProduct(stage)
    const target = await targetOf(args.target)
    const reading = Moderation.caseOf(Moderation.operatorActor(await who(stage)), { id: target })
    const found = await deciding(reading, target)
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
    const appeals = found.decisions.flatMap(({ id: decision, appeal }) => {
      if (!appeal) return []
      const { swornBy: _, ...said } = appeal
      return [{ decision, ...said, counterNotice: appeal.counterNotice ? "sworn" : "" }]
    })
    const parts = [
      facts(data),
      ...listed(reports, "at", "kind", "status", "text"),
      ...listed(notices, "at", "id", "right", "text"),
      ...listed(decisions, "at", "id", "act", "rule", "undone", "reason"),
      ...listed(appeals, "at", "decision", "status", "counterNotice", "text", "answeredAt", "answer"),
    ]
    return { data: { ...data, reports, notices, decisions, appeals }, text: parts.join("\n\n") }
  },
})

/** A table of what there is, and none of nothing. */
const listed = <Row extends Record<string, unknown>>(
  rows: readonly Row[],
  ...names: (keyof Row & string)[]
) =>
  rows.length > 0
    ? [
        table(
          rows,
          names.map((of) => ({ of })),
        ),
      ]
    : []
