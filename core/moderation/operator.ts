import { type Actor, readerOf } from "../actor"
import type { Case } from "../case"
import { table } from "../table"
import type { Queue } from "./moderation.schema"
import type { AppealRow, DecisionRow } from "./rows"

/** Whoever runs the stage, as AWS knows them: they decide as an administrator does. */
export const operatorActor = (by: string): Actor => ({ ...readerOf(by), role: "admin" })

/** A line of the queue by ids alone: no picture, no name, and no cursor, which a laptop has no secret for. */
export type Line = { target: string; decision: string; what: string; reports: number; since: string }

/** The first so many of a queue: the most pressing, the longest waiting, the last decided. */
export async function lines(which: Queue, count: number): Promise<Line[]> {
  const page = { limit: count, count }
  if (which === "open") return (await table().case.query.queue({ status: "open" }).go(page)).data.map(ofCase)
  if (which === "appeals")
    return (await table().appeal.query.byStatus({ status: "open" }).go(page)).data.map(ofAppeal)
  return (
    await table()
      .decision.query.all({})
      .go({ ...page, order: "desc" })
  ).data.map(ofDecision)
}

const ofCase = ({ targetId, kinds, count, openedAt }: Case.CaseRow): Line => ({
  target: targetId,
  decision: "",
  what: kinds.join(" "),
  reports: count,
  since: openedAt,
})

const ofAppeal = ({ targetId, decisionId, at }: AppealRow): Line => ({
  target: targetId,
  decision: decisionId,
  what: "appeal",
  reports: 0,
  since: at,
})

const ofDecision = ({ targetId, decisionId, act, rule, state, at }: DecisionRow): Line => ({
  target: targetId,
  decision: decisionId,
  what: state === "undone" ? `${act} (${rule}), undone` : `${act} (${rule})`,
  reports: 0,
  since: at,
})
