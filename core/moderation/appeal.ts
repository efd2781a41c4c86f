import { type Actor, moderates, requireModerator, userIdOf } from "../actor"
import { Audit } from "../audit"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { refused, transact } from "../table"
import { days, hours, now } from "../time"
import { answered } from "./answered"
import { answerable } from "./may-answer"
import {
  AnswerAppeal,
  type AppealView,
  appealDays,
  type DecisionView,
  MakeAppeal,
  ReadDecision,
  silent,
} from "./moderation.schema"
import { isProof } from "./proof"
import { type AppealRow, appealOf, type DecisionRow, decisionRow } from "./rows"
import { noticeOf } from "./takedown-notice"
import { takeBack } from "./undo"

/** Decisions of one person read and appealed from one address in an hour, with the links of mails. */
const triesPerHour = 60

/** A decision, for whom it concerns. @throws AppError `not_found` also for who it is not about */
export const read = operation(ReadDecision, async (actor, { id, proof }): Promise<DecisionView> => {
  const decision = await concerning(actor, id, proof, true)
  return { ...(await decisionView(decision, await appealOf(id))), own: concerns(actor, decision, proof) }
})

/**
 * Says that a decision is wrong, once, within thirty days; somebody else looks at it, if there is one.
 * @throws AppError `not_found`; `conflict` when it was appealed or undone already; `gone` when it is too late
 */
export const appeal = operation(
  MakeAppeal,
  async (actor, { id, proof, text, counterNotice }): Promise<void> => {
    const decision = await concerning(actor, id, proof)
    if (decision.state === "undone") throw new AppError("conflict", { reason: "undone_already" })
    if (Date.now() > endOf(decision)) throw new AppError("gone", { reason: "appeal_late" })
    // What somebody swore to is answered by swearing.
    if (decision.takedownId && !counterNotice) throw invalidField("counterNotice", "sworn")
    const { ownerId: userId, targetId } = decision
    const sworn = counterNotice ? { counterNotice: counterNotice.name } : {}
    const codes = await transact((t) => [
      t.appeal
        .create({ decisionId: id, userId, targetId, text, at: now(), status: "open", ...sworn })
        .commit(),
      t.decision
        .check({ decisionId: id })
        .where(({ state }, { eq }) => eq(state, "standing"))
        .commit(),
    ])
    if (!codes) return
    const [appeal] = codes
    throw new AppError("conflict", { reason: appeal === refused ? "appealed" : "undone_already" })
  },
)

/**
 * Answers an appeal: granted, all is as it was before; upheld, the decision stands.
 * @throws AppError `not_found`; `conflict` when it is answered; `forbidden` for who may not decide so, and for whoever
 * did, where others could
 */
export const answer = operation(
  AnswerAppeal,
  async (actor, { id, answer: status, text }): Promise<void> => {
    const { userId: by, role } = requireModerator(actor)
    const [decision, row] = await Promise.all([decisionRow(id), appealOf(id)])
    if (!row) throw new AppError("not_found")
    if (row.status !== "open") throw new AppError("conflict", { reason: "answered" })
    if (!(await answerable({ by, role }, [decision])).has(id))
      throw new AppError("forbidden", { reason: "appeal_other" })
    if (status === "granted") return takeBack({ by, role }, decision, text, { answer: text })
    const detail = `${decision.targetId} ${id}: ${text}`.slice(0, 2000)
    const codes = await transact((t) => [
      answered(t, row, { status, by, answer: text }),
      Audit.entry(t, { by, userId: decision.ownerId, what: "moderation uphold", detail }),
    ])
    if (codes?.includes(refused)) throw new AppError("conflict", { reason: "answered" })
  },
  "moderation",
)

/** A decision about somebody, for them; with the proof of a mail for whoever got that. @throws AppError `not_found` */
async function concerning(
  actor: Actor,
  id: string,
  proof: string | undefined,
  reading = false,
): Promise<DecisionRow> {
  if (proof)
    await limit(["decision-link", "address" in actor ? actor.address : "system"], triesPerHour, hours(1))
  const decision = await decisionRow(id)
  const mayRead = concerns(actor, decision, proof) || (reading && moderates(actor))
  if (silent.includes(decision.act) || !mayRead) throw new AppError("not_found")
  return decision
}

const concerns = (actor: Actor, { decisionId, ownerId }: DecisionRow, proof: string | undefined) =>
  userIdOf(actor) === ownerId || isProof(decisionId, proof)

const endOf = ({ at }: DecisionRow) => Date.parse(at) + days(appealDays) * 1000

export async function decisionView(
  decision: DecisionRow,
  appealed: AppealRow | undefined,
): Promise<Omit<DecisionView, "own">> {
  const { decisionId, targetId, postId, act, rule, reason, at, state, takedownId } = decision
  const open = state === "standing" && !appealed && Date.now() < endOf(decision) && !silent.includes(act)
  const notice = takedownId ? await noticeOf(takedownId) : undefined
  return {
    id: decisionId,
    target: targetId,
    ...(postId ? { postId } : {}),
    act,
    rule,
    reason,
    at,
    undone: state === "undone",
    ...(open ? { appealUntil: new Date(endOf(decision)).toISOString() } : {}),
    ...(appealed ? { appeal: appealView(appealed) } : {}),
    ...(notice ? { notice } : {}),
  }
}

const appealView = ({
  text,
  at,
  status,
  counterNotice,
  answer: said,
  answeredAt,
}: AppealRow): AppealView => ({
  text,
  at,
  status,
  counterNotice: counterNotice !== undefined,
  ...(said ? { answer: said } : {}),
  ...(answeredAt ? { answeredAt } : {}),
})
