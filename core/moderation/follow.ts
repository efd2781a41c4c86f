import { Account } from "../account"
import { Mail } from "../mail"
import { Notification } from "../notification"
import { table, transact } from "../table"
import { User } from "../user"
import { silent } from "./moderation.schema"
import { preserve, unblock } from "./preserve"
import { proofOf } from "./proof"
import type { AppealRow, DecisionRow } from "./rows"
import { subjectOf } from "./subject"

type Change<Row> = { before: Row | undefined; after: Row | undefined }

/** What follows from a decision: its reports are closed, and who reported and whom it concerns are told. */
export async function decided({ before, after }: Change<DecisionRow>): Promise<void> {
  if (!after) return
  const { decisionId, ownerId, act } = after
  if (!before) {
    if (act === "quarantine") await preserve(after)
    // Cut off behind the decision, who is shut out would still be signed in.
    if (act === "suspend" && (await User.byId(ownerId))?.suspendedAt) await Account.endAll(ownerId)
    await closeReports(after)
    if (silent.includes(act)) return
    await Notification.siteTells(ownerId, "decision", `decision:${decisionId}`, decisionId)
    return mail("decided", after)
  }
  if (before.state === "standing" && after.state === "undone" && !silent.includes(act)) {
    if (act === "quarantine") await unblock(after)
    await Notification.siteTells(ownerId, "undone", `undone:${decisionId}`, decisionId)
    await mail("undone", after)
  }
}

/** An appeal is answered: whoever made it is told. One that is granted is told with what is given back. */
export async function appealed({ before, after }: Change<AppealRow>): Promise<void> {
  if (before?.status !== "open" || after?.status !== "upheld") return
  const { decisionId, userId } = after
  await Notification.siteTells(userId, "appeal", `appeal:${decisionId}`, decisionId)
  const { data } = await table().decision.get({ decisionId }).go()
  if (data) await mail("upheld", data, after.answer)
}

/** Reports that are read and closed at a time. */
const inChunk = 100

/** Closes the reports of a thing and tells who made them, in general words. What is closed already is left alone. */
async function closeReports({ targetId, act, at }: DecisionRow) {
  // Taken away by its owner, it was not reported for nothing.
  const isNothing = silent.includes(act) && (await subjectOf(targetId)) !== undefined
  const status = isNothing ? ("dismissed" as const) : ("acted" as const)
  let cursor: string | null = null
  do {
    const page: { data: ReportRow[]; cursor: string | null } = await table()
      .report.query.byTarget({ targetId })
      .go({ limit: inChunk, cursor })
    // Those that came after it are another case.
    const open = page.data.filter((report) => report.status === "open" && report.createdAt <= at)
    for (const report of open) await close(report, status)
    cursor = page.cursor
  } while (cursor)
}

type ReportRow = { reportId: string; userId: string; targetId: string; status: string; createdAt: string }

async function close({ reportId, userId, targetId }: ReportRow, status: "dismissed" | "acted") {
  await transact((t) => [
    t.report
      .patch({ reportId })
      .set({ status })
      .where((row, { eq }) => eq(row.status, "open"))
      .commit(),
    t.reported.put({ userId, targetId, reportId, open: false }).commit(),
    t.reporter
      .upsert({ userId })
      .add({ dismissed: status === "dismissed" ? 1 : 0, acted: status === "acted" ? 1 : 0 })
      .commit(),
  ])
  await Notification.siteTells(userId, "report", `report:${reportId}`)
}

async function mail(
  what: "decided" | "undone" | "upheld",
  { decisionId, ownerId, act, rule, reason }: DecisionRow,
  answer = "",
) {
  const person = await User.byId(ownerId)
  if (!person || (!person.emailVerified && person.hidden && !person.suspendedAt)) return
  const { email, locale } = person
  await Mail.send(
    email,
    Mail.decision(locale, { what, act, rule, reason, answer, decisionId, proof: proofOf(decisionId) }),
  )
}
