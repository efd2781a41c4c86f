import { requireModerator } from "../actor"
import { Audit } from "../audit"
import { AppError } from "../error"
import { operation } from "../operation"
import { type Entities, refused, transact } from "../table"
import { now } from "../time"
import { User } from "../user"
import { type Answer, answered } from "./answered"
import { undone } from "./effects"
import { undoneOnOwner } from "./effects-on-owner"
import { Undo } from "./moderation.schema"
import { type Decider, permit } from "./permit"
import { shutPhotosOf } from "./quarantine"
import { type AppealRow, appealOf, type DecisionRow, decisionRow } from "./rows"
import { takenFrom } from "./stacked"
import { subjectOf } from "./subject"
import { queuedAgain } from "./waiting"

const looks = 5

/**
 * Takes a decision back: everything is as it was before, and whom it concerned is told.
 * @throws AppError `not_found`; `conflict` when it is undone already, and about oneself; `forbidden` for what an
 * administrator alone decides
 */
export const undo = operation(
  Undo,
  async (actor, { id, why }): Promise<void> => {
    const { userId: by, role } = requireModerator(actor)
    await takeBack({ by, role }, await decisionRow(id), why)
  },
  "moderation",
)

/**
 * Takes a decision back. An appeal that is open against it is granted with that.
 * @param answer what whoever appealed is told; with it, the appeal has to be open
 * @throws AppError as {@link undo}; `conflict` when the appeal is answered
 */
export async function takeBack(
  { by, role }: Decider,
  decision: DecisionRow,
  why: string,
  { answer }: { answer?: string } = {},
): Promise<void> {
  const { decisionId, act, targetId, ownerId } = decision
  let row = decision
  if (decision.state === "undone") throw new AppError("conflict", { reason: "undone_already" })
  const owner = await User.byId(ownerId)
  permit({ by, role }, { userId: ownerId, role: owner?.role ?? "member" }, act)
  for (let look = 0; look < looks; look++) {
    const [subject, appeal] = await Promise.all([subjectOf(targetId), appealOf(decisionId)])
    if (answer !== undefined && appeal?.status !== "open")
      throw new AppError("conflict", { reason: "answered" })
    const person = subject?.owner ?? (await User.byId(ownerId))
    const [released, { updatedAt, above }, queued] = await Promise.all([
      act === "quarantine" && subject ? shutPhotosOf(subject) : [],
      subject?.kind === "post" ? takenFrom(row, subject.post) : { updatedAt: undefined, above: () => [] },
      queuedAgain(act, subject, row.before),
    ])
    const codes = await transact((t) => [
      // What is gone meanwhile is not given back: its owner took it away.
      ...(subject ? undone(act, subject, decisionId, { before: row.before, released, updatedAt })(t) : []),
      ...(person ? undoneOnOwner(t, decision, person, { by, why }) : []),
      t.decision
        .patch({ decisionId })
        .set({ state: "undone", undoneBy: by, undoneAt: now(), undoneWhy: why })
        .where(({ state }, { eq }) => eq(state, "standing"))
        .commit(),
      Audit.entry(t, {
        by,
        userId: ownerId,
        what: "moderation undo",
        detail: `${targetId} ${decisionId} ${act}: ${why}`.slice(0, 2000),
      }),
      ...above(t),
      ...queued(t),
      granted(t, decisionId, appeal, { by, answer }),
    ])
    if (!codes?.includes(refused)) return
    row = await decisionRow(decisionId)
    if (row.state === "undone") throw new AppError("conflict", { reason: "undone_already" })
  }
  throw new AppError("conflict")
}

/** Grants the appeal that is open; otherwise sees to it that none is made in this moment. */
const granted = (
  t: Entities,
  decisionId: string,
  appeal: AppealRow | undefined,
  answer: Omit<Answer, "status">,
) =>
  appeal?.status === "open"
    ? answered(t, appeal, { status: "granted", ...answer })
    : t.appeal
        .check({ decisionId })
        .where(({ status }, { notExists, ne }) => `${notExists(status)} OR ${ne(status, "open")}`)
        .commit()
