import { batch, table } from "../table"
import { User } from "../user"
import { decisionView } from "./appeal"
import { answerable } from "./may-answer"
import type { DecisionForModerator } from "./moderation.schema"
import type { Decider } from "./permit"
import type { DecisionRow } from "./rows"

/** Decisions with who decided, whose thing it is, and what was said against them; in order. */
export async function decisionsForModerator(
  rows: readonly DecisionRow[],
  moderator: Decider,
): Promise<DecisionForModerator[]> {
  const [appeals, people] = await Promise.all([
    batch(
      rows.map(({ decisionId }) => ({ decisionId })),
      (left) => table().appeal.get(left).go(),
    ),
    User.people(rows.flatMap(({ by, ownerId }) => [by, ownerId]).filter((id) => id.startsWith("usr_"))),
  ])
  const appealOf = (decisionId: string) => appeals.find((appeal) => appeal.decisionId === decisionId)
  const open = rows.filter(({ decisionId }) => appealOf(decisionId)?.status === "open")
  const theirs = await answerable(moderator, open)
  return Promise.all(
    rows.map(async (row) => {
      const owner = people.get(row.ownerId)
      const appealed = appealOf(row.decisionId)
      const { appeal, ...view } = await decisionView(row, appealed)
      const sworn = appealed?.counterNotice ? { swornBy: appealed.counterNotice } : {}
      return {
        ...view,
        ...(appeal ? { appeal: { ...appeal, ...sworn } } : {}),
        by: people.get(row.by)?.handle ?? row.by,
        ...(owner ? { owner: User.author(owner) } : {}),
        mayAnswer: theirs.has(row.decisionId),
      }
    }),
  )
}
