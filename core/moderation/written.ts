import type { z } from "zod"
import { Audit } from "../audit"
import type { Entities } from "../table"
import { now } from "../time"
import type { Decide } from "./moderation.schema"
import type { Decider } from "./permit"
import { postIdOf, type Subject } from "./subject"

/** What is decided, about one thing or several. */
export type Decision = Omit<z.output<typeof Decide>, "targets" | "seen">

type About = { targetId: string; ownerId: string; postId: string | undefined }
type Written = About & { decisionId: string; decider: Decider; decision: Decision; before: unknown }

/** What of a thing a decision notes. */
export const aboutOf = (subject: Subject): About => ({
  targetId: subject.targetId,
  ownerId: subject.owner.userId,
  postId: postIdOf(subject),
})

/** The writes that note a decision, for the record and in the audit. */
export function written(
  t: Entities,
  { decisionId, targetId, ownerId, postId, decider, decision, before }: Written,
) {
  const { act, rule, reason, takedownId } = decision
  const { by } = decider
  return [
    t.decision
      .create({
        ...{ decisionId, targetId, ownerId, act, rule, reason, by },
        ...(postId ? { postId } : {}),
        ...(takedownId ? { takedownId } : {}),
        at: now(),
        ...(before === undefined ? {} : { before }),
        state: "standing",
      })
      .commit(),
    Audit.entry(t, {
      by,
      userId: ownerId,
      what: `moderation ${act.replace("_", "-")}`,
      detail: `${targetId} ${decisionId} ${rule}: ${reason}`.slice(0, 2000),
    }),
  ]
}
