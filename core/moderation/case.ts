import { requireModerator, type UserActor } from "../actor"
import { Case } from "../case"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { Report } from "../report"
import { table } from "../table"
import { Takedown } from "../takedown"
import { now } from "../time"
import { User } from "../user"
import { actsOn } from "./effects"
import { decisionsForModerator } from "./for-moderator"
import { type Act, CaseInput, type CaseView, WriteNote } from "./moderation.schema"
import { summary } from "./queue"
import { opensFor, shownOf } from "./shown"
import { type Subject, subjectOf } from "./subject"

/** So many reports, notes and decisions of one case are shown; a case says how many there are. */
const shown = 20

/**
 * A case with all that decides it: the thing itself, who said what about it, and what was decided before. Whoever it is
 * about reads nothing of what others said, although they moderate: they are never shown who it was.
 * @throws AppError `not_found`
 */
export const one = operation(CaseInput, async (actor, { id }): Promise<CaseView> => {
  const moderator = requireModerator(actor)
  const [row, subject, decisions] = await Promise.all([Case.get(id), subjectOf(id), decisionsOf(id)])
  // What was decided stays when all else of a thing is erased.
  const ownerId = subject?.owner.userId ?? row?.ownerId ?? decisions[0]?.ownerId
  if (!ownerId) throw new AppError("not_found")
  const isOwn = ownerId === moderator.userId
  const [reports, notes, takedowns, against, counts, shows, opens] = await Promise.all([
    isOwn ? [] : Report.of(id, shown),
    isOwn ? [] : notesOf(id),
    isOwn ? [] : Takedown.of(id),
    Case.against(ownerId),
    table().userCount.get({ userId: ownerId }).go(),
    subject ? shownOf(subject) : { pictures: [] },
    subject ? opensFor(actor, subject) : false,
  ])
  const people = await User.people([...reports.map(({ userId }) => userId), ...notes.map(({ by }) => by)])
  const by = (userId: string) => {
    const person = people.get(userId)
    return person ? { by: User.author(person) } : {}
  }
  const { owner } = subject ?? {}
  return {
    ...(row
      ? summary(row)
      : { target: id, kinds: [], count: 0, openedAt: now(), newestAt: now(), dueAt: now() }),
    kind: subject?.kind ?? kindOf(id),
    status: row?.status ?? "none",
    ...(owner ? { owner: User.author(owner), ownerSince: owner.createdAt } : {}),
    ownerPosts: counts.data?.posts ?? 0,
    against,
    opens,
    ...shows,
    reports: reports.map(({ userId, kind, text, createdAt: at, status }) => ({
      ...by(userId),
      kind,
      text,
      at,
      status,
    })),
    notes: notes.map(({ by: userId, text, at }) => ({ ...by(userId), text, at })),
    decisions: await decisionsForModerator(decisions, { by: moderator.userId, role: moderator.role }),
    takedowns: takedowns.map(({ takedownId, name, email, right, text, at }) => ({
      id: takedownId,
      name,
      email,
      right,
      text,
      at,
    })),
    acts: isOwn ? [] : actsFor(moderator, subject, row),
  }
})

/** Tells the other moderators something about a case; the author never reads it. @throws AppError `not_found` */
export const note = operation(
  WriteNote,
  async (actor, { id, note: text }): Promise<void> => {
    const { userId: by } = requireModerator(actor)
    if (!(await Case.get(id)) && !(await subjectOf(id))) throw new AppError("not_found")
    await table()
      .caseNote.create({ targetId: id, noteId: newId("caseNote"), by, text, at: now() })
      .go()
  },
  "moderation",
)

async function decisionsOf(targetId: string) {
  const { data } = await table()
    .decision.query.byTarget({ targetId })
    .go({ order: "desc", limit: shown, count: shown })
  return data
}

async function notesOf(targetId: string) {
  const { data } = await table()
    .caseNote.query.byCase({ targetId })
    .go({ order: "desc", limit: shown, count: shown })
  return data.reverse()
}

/** What a moderator may decide: of what is gone, that its case is closed. */
function actsFor({ role }: UserActor, subject: Subject | undefined, row: Case.CaseRow | undefined): Act[] {
  if (!subject) return row?.status === "open" ? ["dismiss"] : []
  return actsOn(subject).filter((act) => act !== "suspend" || role === "admin")
}

const kindOf = (id: string): CaseView["kind"] =>
  id.startsWith("pst_")
    ? "post"
    : id.startsWith("cmt_")
      ? "comment"
      : id.startsWith("pho_")
        ? "photo"
        : "user"
