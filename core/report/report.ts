import type { EntityItem } from "electrodb"
import { type Actor, requireUser } from "../actor"
import { Case } from "../case"
import { Comment } from "../comment"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Post } from "../post"
import { refused, table, unlessRefused } from "../table"
import { days, now } from "../time"
import { User } from "../user"
import type { ReportEntity } from "./report.entity"
import { MakeReport, ReportAbout, type ReportAboutView } from "./report.schema"

export type ReportRow = EntityItem<typeof ReportEntity>

/**
 * Reports something that the actor sees, once while it is open. It changes nothing of the thing itself, however many
 * people do so: somebody looks at it.
 * @throws AppError `not_found`; `conflict` when they reported it already, or it is their own; `rate_limited`
 */
export const make = operation(MakeReport, async (actor, { target, kind, text }): Promise<void> => {
  const { userId } = requireUser(actor)
  await limit(["report", userId], config.settings.limits.reportsPerDay, days(1))
  const about = await seenTarget(actor, target)
  if (about.ownerId === userId) throw new AppError("conflict", { reason: "report_own" })
  const reportId = newId("report")
  const rank = (await isUnreliable(userId)) ? Case.lastRank : Case.rankOf(kind)
  const codes = await Case.add({ ...about, kind }, rank, 1, (t) => [
    t.report
      .create({ reportId, userId, targetId: target, kind, text, status: "open", createdAt: now() })
      .commit(),
    t.reported
      .put({ userId, targetId: target, reportId, open: true })
      .where((row, { eq, notExists }) => `${notExists(row.open)} OR ${eq(row.open, false)}`)
      .commit(),
  ])
  if (codes?.includes(refused)) throw new AppError("conflict", { reason: "reported" })
})

/** What somebody is about to report, if they see it. @throws AppError `not_found` */
export const about = operation(ReportAbout, async (actor, { target }): Promise<ReportAboutView> => {
  requireUser(actor)
  const { ownerId } = await seenTarget(actor, target)
  const owner = await User.byId(ownerId)
  if (!owner) throw new AppError("not_found")
  const comment = target.startsWith("cmt_") ? await Comment.get(actor, { commentId: target }) : undefined
  return {
    kind: comment ? "comment" : target.startsWith("pst_") ? "post" : "user",
    owner: comment?.guest === undefined ? User.author(owner) : comment.author,
    ...(comment ? { excerpt: comment.text } : {}),
  }
})

/** Whose a thing is, if the actor sees it. @throws AppError `not_found` */
async function seenTarget(actor: Actor, targetId: string) {
  if (targetId.startsWith("pst_")) {
    const { row } = await Post.require(actor, targetId)
    return { targetId, ownerId: row.userId, postId: targetId }
  }
  if (targetId.startsWith("cmt_")) {
    const { author, guest, postId } = await Comment.get(actor, { commentId: targetId })
    // Whose post it is approved what the guest wrote, and answers for it.
    const ownerId = guest === undefined ? author.id : (await Post.require(actor, postId)).row.userId
    return { targetId, ownerId, postId }
  }
  const person = await User.known(actor, targetId)
  if (!person) throw new AppError("not_found")
  return { targetId, ownerId: targetId }
}

/** So many reports that came to nothing make one look twice. */
const enough = 5

/** Whether a person's reports mostly came to nothing: then they wait behind those of others. Nobody is told. */
async function isUnreliable(userId: string): Promise<boolean> {
  const { data } = await table().reporter.get({ userId }).go()
  return data !== null && data.dismissed >= enough && data.dismissed > 3 * data.acted
}

/** The newest reports of a thing. */
export async function of(targetId: string, count: number): Promise<ReportRow[]> {
  const { data } = await table()
    .report.query.byTarget({ targetId })
    .go({ order: "desc", limit: count, count })
  return data
}

/** The reports that a person made of one thing, one after the other. */
async function reportsBy(userId: string, targetId: string): Promise<string[]> {
  const { data } = await table()
    .report.query.byTarget({ targetId })
    .where((row, { eq }) => eq(row.userId, userId))
    .go({ pages: "all", attributes: ["reportId"] })
  return data.map(({ reportId }) => reportId)
}

/** Takes what a person reported from them, some rows at a time. @returns whether there is more */
export async function eraseOf(userId: string, count = 100): Promise<boolean> {
  const { data } = await table().reported.query.byUser({ userId }).go({ limit: count, count })
  for (const { targetId, reportId } of data) {
    // Also those that were closed before they reported it again.
    for (const id of new Set([reportId, ...(await reportsBy(userId, targetId))]))
      await unlessRefused(
        table()
          .report.delete({ reportId: id })
          .where((row, { eq }) => eq(row.userId, userId))
          .go(),
      )
    await table().reported.delete({ userId, targetId }).go()
  }
  if (data.length < count) await table().reporter.delete({ userId }).go()
  return data.length === count
}
