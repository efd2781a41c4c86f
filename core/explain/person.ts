import { AccessToken } from "../access-token"
import { Emergency } from "../emergency"
import { Integrity } from "../integrity"
import { Session } from "../session"
import { table } from "../table"
import { now } from "../time"
import { User } from "../user"
import type { Problem } from "./explain.schema"
import { item } from "./items"
import { found, type Part } from "./part"
import { drifted } from "./post"
import { sightOfPerson } from "./sight"

export async function person(userId: string, as?: string): Promise<Part | undefined> {
  const user = await User.byId(userId)
  if (!user) return undefined
  const day = now().slice(0, 10)
  const [counts, sessions, ends, quota, tokens, drifts, sight] = await Promise.all([
    table().userCount.get({ userId }).go({ consistent: true }),
    table().session.query.byUser({ userId }).go({ order: "desc", limit: 50, count: 50 }),
    Emergency.ends(),
    table().quota.get({ userId, day }).go({ consistent: true }),
    AccessToken.countOf(userId),
    Integrity.ofUser(userId, 1000),
    sightOfPerson(user, as),
  ])
  const open = sessions.data.filter((row) => !Session.isOver(row, ends)).length
  return found({
    summary: `${user.handle}, a ${user.role}, signed in on ${open} devices, with ${tokens} access tokens.`,
    owner: userId,
    problems: [...standing(user, open), ...drifts.map(drifted)],
    items: [
      ...item("user", user),
      ...item("userCount", counts.data),
      ...item("quota", quota.data),
      ...sessions.data.flatMap((session) => item("session", session)),
    ],
    sight,
    events: [
      { at: user.createdAt, what: "joined" },
      ...(user.seenOn ? [{ at: user.seenOn, what: "was here the last time" }] : []),
      ...(user.suspendedAt ? [{ at: user.suspendedAt, what: "was suspended" }] : []),
      ...(user.deactivatedAt ? [{ at: user.deactivatedAt, what: "went away" }] : []),
      ...sessions.data.map(({ createdAt, sessionId }) => ({
        at: createdAt,
        what: `signed in (${sessionId})`,
      })),
    ],
  })
}

function standing(user: User.UserRow, open: number): Problem[] {
  const { erasingAt, suspendedAt, leavingAt, deactivatedAt, hidden, handle } = user
  if (erasingAt)
    return [{ what: `Being erased since ${erasingAt}: nobody comes back.`, next: "user deletions" }]
  const problems: Problem[] = []
  if (suspendedAt)
    problems.push({
      what: `Suspended since ${suspendedAt}: hidden, and cannot sign in.`,
      next: `user restore ${handle}`,
    })
  if (leavingAt)
    problems.push({
      what: `To be deleted: hidden, and erased after ${leavingAt} unless its person keeps it.`,
      next: `user cancel-deletion ${handle}`,
    })
  else if (deactivatedAt)
    problems.push({
      what: `Away since ${deactivatedAt}: hidden until its person signs in again.`,
      next: `user show ${handle}`,
    })
  if (problems.length > 0) return problems
  if (hidden)
    return [
      { what: "The e-mail address is not confirmed: nobody sees the account.", next: `user show ${handle}` },
    ]
  return open === 0 ? [{ what: "Signed in nowhere: every session has ended.", next: "diagnose 403" }] : []
}

/** A device that is, or was, signed in. */
export async function session(sessionId: string): Promise<Part> {
  const [{ data: row }, ends] = await Promise.all([
    table().session.get({ sessionId }).go({ consistent: true }),
    Emergency.ends(),
  ])
  if (!row || Session.isOver(row, ends))
    return found({
      summary: "A session that has ended.",
      problems: [
        {
          what: "There is no such session any more: it was signed out, alone or with everybody's, or ended with a new password, a suspension, or after 30 days.",
          next: row ? `explain ${row.userId}` : `logs api --filter '{ $.session = "ended" }'`,
        },
      ],
      items: item("session", row),
    })
  return found({
    summary: `A session of ${row.userId}, there until ${new Date(row.expires * 1000).toISOString()}.`,
    owner: row.userId,
    items: item("session", row),
    events: [
      { at: row.createdAt, what: "signed in" },
      { at: row.lastSeenAt, what: "was seen the last time" },
    ],
    related: [{ what: "its person", id: row.userId }],
  })
}
