import { silent } from "../../moderation/moderation.schema"
import { batch, table } from "../../table"
import type { Rows } from "./rows"

/** How the account is kept safe, without what opens it; what one reported, and what was decided about one. */
export async function safetyOf(userId: string, rows: Rows) {
  const t = table()
  const [{ data: totp }, passkeys, reported, decided] = await Promise.all([
    t.totp.get({ userId }).go(),
    rows.passkeys(),
    rows.reported(),
    rows.decisions(),
  ])
  const [reports, appeals] = await Promise.all([
    batch(
      reported.map(({ reportId }) => ({ reportId })),
      (left) => t.report.get(left).go(),
    ),
    batch(
      decided.map(({ decisionId }) => ({ decisionId })),
      (left) => t.appeal.get(left).go(),
    ),
  ])
  const appealOf = new Map(appeals.map((appeal) => [appeal.decisionId, appeal]))
  return {
    twoFactorSince: totp?.confirmedAt ?? null,
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt = null }) => ({ name, createdAt, lastUsedAt })),
    reports: reports.map(({ targetId, kind, text, status, createdAt }) => ({
      of: targetId,
      kind,
      text,
      open: status === "open",
      createdAt,
    })),
    // By whom is not theirs to know; what came to nothing, they were not told of.
    decisions: decided
      .filter(({ act }) => !silent.includes(act))
      .map(({ decisionId, targetId, act, rule, reason, at, state }) => ({
        about: targetId,
        act,
        rule,
        reason,
        at,
        undone: state === "undone",
        appeal: appealOf.get(decisionId)?.text ?? null,
        answer: appealOf.get(decisionId)?.answer ?? null,
      })),
  }
}
