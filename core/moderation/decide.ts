import { Account } from "../account"
import { requireModerator } from "../actor"
import { Case } from "../case"
import { Draft } from "../draft"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { type Entities, refused, transact } from "../table"
import { Takedown } from "../takedown"
import { effectOf } from "./effects"
import { Decide, type Decided, type Seen } from "./moderation.schema"
import { type Decider, permit } from "./permit"
import { openPhotosOf } from "./quarantine"
import { requireSeen } from "./seen"
import { type Subject, subjectOf } from "./subject"
import { waitsStill } from "./waiting"
import { aboutOf, type Decision, written } from "./written"

/** How often it is looked at anew because the thing, or its case, changed in the same moment. */
const looks = 5

/**
 * Decides about one thing or several: each gets a decision of its own. Nothing is removed; what is changed is noted, so
 * that undoing it gives back exactly that.
 * @throws AppError `not_found` for whoever is no moderator, and for an administrator's decision of who is none
 */
export const decide = operation(
  Decide,
  async (actor, { targets, seen, ...decision }): Promise<Decided> => {
    const { userId: by, role } = requireModerator(actor)
    const decided: Decided = { decisions: [], refused: [] }
    for (const target of [...new Set(targets)]) {
      try {
        const about = seen?.find((each) => each.target === target)
        decided.decisions.push({ target, id: await one({ by, role }, target, decision, about) })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (targets.length === 1) throw error
        decided.refused.push({ target, code: error.reason ?? error.code })
      }
    }
    return decided
  },
  "moderation",
)

/** Decides about one thing. @returns the decision's id. @throws AppError as {@link requireSeen} and {@link effectOf} */
export async function one(
  decider: Decider,
  targetId: string,
  decision: Decision,
  seen?: Seen,
): Promise<string> {
  let wasOpen = false
  for (let look = 0; look < looks; look++) {
    // Before the thing itself: if that waits again in this moment, its case has changed since.
    const open = await Case.get(targetId)
    const subject = await subjectOf(targetId)
    if (!subject) return closeGone(decider, targetId, decision, seen)
    permit(decider, subject.owner, decision.act)
    requireSeen(seen, open)
    await requireNotice(decision, subject.owner.userId)
    const decisionId = newId("decision")
    const effect = effectOf(decision.act, subject, decisionId, {
      warning: decision.warning ?? warnings[subject.owner.locale],
      shutAway: decision.act === "quarantine" ? await openPhotosOf(subject) : [],
    })
    const isOpen = open?.status === "open"
    // Somebody else decided about it in this moment: whoever decides besides has read that.
    if (wasOpen && !isOpen) throw new AppError("conflict", { reason: "decided_so" })
    wasOpen = isOpen
    const codes = await transact((t) => [
      ...effect.write(t),
      ...(open && isOpen && !waitsStill(decision.act, subject) ? [closed(t, open)] : []),
      ...(decision.act === "suspend"
        ? Account.shut(t, suspension(decisionId, decider, subject, decision.reason))
        : []),
      ...written(t, { decisionId, ...aboutOf(subject), decider, decision, before: effect.before }),
    ])
    if (!codes?.includes(refused)) {
      // What looked like something blocked, and is not: its post waited for it.
      if (subject.kind === "photo" && decision.act === "approve" && subject.photo.draftId)
        await Draft.photoReady(subject.photo.draftId)
      if (decision.act === "suspend") await Account.endAll(subject.owner.userId)
      return decisionId
    }
  }
  throw new AppError("conflict")
}

/**
 * Closes the case of what its owner took away meanwhile: nothing else is left to be decided.
 * @throws AppError `not_found`; `conflict` about oneself, and where somebody else closed it
 */
async function closeGone(
  decider: Decider,
  targetId: string,
  decision: Decision,
  seen: Seen | undefined,
): Promise<string> {
  const open = await Case.get(targetId)
  requireSeen(seen, open)
  if (open?.status !== "open" || decision.act !== "dismiss") throw new AppError("not_found")
  const { ownerId, postId } = open
  if (ownerId === decider.by) throw new AppError("conflict", { reason: "oneself" })
  const decisionId = newId("decision")
  const codes = await transact((t) => [
    closed(t, open),
    ...written(t, { decisionId, targetId, ownerId, postId, decider, decision, before: undefined }),
  ])
  if (codes?.includes(refused)) throw new AppError("conflict")
  return decisionId
}

/** The author reads the notice: one about what is somebody else's is not theirs to read. @throws AppError `not_found` */
async function requireNotice({ takedownId }: Decision, ownerId: string) {
  if (takedownId && (await Takedown.byId(takedownId))?.ownerId !== ownerId)
    throw new AppError("not_found", { reason: "takedown_other" })
}

/** What covers a post where the moderator wrote nothing, in its author's language. */
const warnings = { en: "Some people may not want to see this", ja: "閲覧にご注意ください" }

const suspension = (decisionId: string, { by }: Decider, { owner }: Subject, why: string) => ({
  userId: owner.userId,
  by,
  why: why.slice(0, 500),
  decisionId,
})

const closed = (t: Entities, { targetId, rank, openedAt, newestAt }: Case.CaseRow) =>
  t.case
    .patch({ targetId })
    .set({ status: "decided", rank, openedAt })
    .where((row, { eq }) => `${eq(row.status, "open")} AND ${eq(row.newestAt, newestAt)}`)
    .commit()
