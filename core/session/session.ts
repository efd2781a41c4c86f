import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, requireUser, type UserActor } from "../actor"
import { config } from "../config"
import { Emergency } from "../emergency"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { batch, table, transact, unlessRefused } from "../table"
import { days, epoch, hours, minutes, now } from "../time"
import { User } from "../user"
import type { Role } from "../user/user.schema"
import { forget, meet, placeOf } from "./device"
import { openable } from "./openable"
import { isAway, noteSeen } from "./seen"
import type { SessionEntity } from "./session.entity"
import { RecogniseSession, RevokeSession, type SessionView } from "./session.schema"

export { deviceSeconds, eraseDevices } from "./device"
export { isFresh, markProved, requireFresh } from "./fresh"
export { endOutdated, keepUnder } from "./outdated"
export { isAway, noteSeen } from "./seen"

type SessionRow = EntityItem<typeof SessionEntity>
export type SignedIn = { userId: string; sessionId: string; role: Role; returned?: boolean }

/** How long a device stays signed in. */
export const sessionSeconds = days(30)

export type Opener = {
  userId: string
  role: Role
  emailVerified: boolean
  /** Which password was there when they proved who they are. */
  passwordHash?: string | undefined
  suspendedAt?: string | undefined
  deactivatedAt?: string | undefined
  leavingAt?: string | undefined
  erasingAt?: string | undefined
  seenOn?: string | undefined
}

/**
 * Opens a session for somebody who has proved who they are.
 * @throws AppError `unauthenticated` (reason `unverified`) where the address must be confirmed first, `suspended`, or
 * `wrong_password` where that has changed meanwhile
 */
export async function open(actor: Actor, user: Opener): Promise<SignedIn> {
  requireMayEnter(user)
  const sessionId = newId("session")
  const at = now()
  const { deviceHash, isNew } = await meet(actor, user)
  const codes = await transact((t) => [
    openable(t, user),
    t.session
      .create({
        sessionId,
        userId: user.userId,
        role: user.role,
        userAgent: actor.kind === "system" ? "" : actor.userAgent.slice(0, 300),
        createdAt: at,
        lastSeenAt: at,
        expires: epoch(sessionSeconds),
        ...(isAway(user.seenOn) ? { returned: true } : {}),
        ...(deviceHash ? { deviceHash } : {}),
        ...(placeOf(actor) ? { place: placeOf(actor) } : {}),
        // The mail about it follows from the row.
        ...(isNew ? { unfamiliar: true } : {}),
        ...(user.passwordHash ? { passwordName: User.passwordName(user) } : {}),
      })
      .commit(),
  ])
  if (codes) {
    const changed = await User.byId(user.userId)
    if (changed) requireMayEnter(changed)
    throw new AppError("unauthenticated", { reason: "wrong_password" })
  }
  await noteSeen(user.userId, user.seenOn)
  return { userId: user.userId, sessionId, role: user.role }
}

/** @throws AppError `unauthenticated` for whom no session may be opened, whatever they prove: see {@link open} */
export function requireMayEnter({ suspendedAt, erasingAt, emailVerified }: Opener): void {
  // What is being erased is as good as gone.
  if (erasingAt) throw new AppError("unauthenticated", { reason: "wrong_password" })
  if (suspendedAt) throw new AppError("unauthenticated", { reason: "suspended" })
  if (config.settings.emailVerification === "required" && !emailVerified) {
    throw new AppError("unauthenticated", { reason: "unverified" })
  }
}

/**
 * @returns who a session belongs to now, or undefined when it ended: alone, or with everybody's. Two strongly consistent
 * reads at the same time.
 */
export async function check(sessionId: string): Promise<SignedIn | undefined> {
  const [{ data }, ends] = await Promise.all([
    table().session.get({ sessionId }).go({ consistent: true }),
    Emergency.read(),
  ])
  if (!data || isOver(data, ends)) return undefined
  const stale = Date.now() - Date.parse(data.lastSeenAt) > hours(1) * 1000
  // It may end in the very moment in which it is prolonged.
  if (stale && !(await touch(sessionId))) return undefined
  if (stale) await noteSeen(data.userId, data.lastSeenAt)
  const { userId, role, returned } = data
  return { userId, sessionId, role, ...(returned ? { returned } : {}) }
}

/** Whether a session has expired, or ended with everybody's. */
export const isOver = (
  { expires, createdAt }: Pick<SessionRow, "expires" | "createdAt">,
  { sessionsEndedAt = "" }: Emergency.Ends,
): boolean => expires <= epoch() || createdAt <= sessionsEndedAt

/** Notes that who had been away for long has been shown what was missed. */
export async function welcomed({ userId, sessionId, token }: UserActor): Promise<void> {
  if (token) return noteSeen(userId, undefined)
  await unlessRefused(table().session.patch({ sessionId }).remove(["returned"]).go())
}

/** Notes that this browser is on its way to a provider, to link an account there. */
export async function intendLink(sessionId: string, provider: string): Promise<void> {
  const linkIntent = { provider, expires: epoch(minutes(10)) }
  await unlessRefused(table().session.patch({ sessionId }).set({ linkIntent }).go())
}

/** Takes that note away: it serves once. @returns whether it was there, for this provider, and fresh */
export async function takeLinkIntent(sessionId: string, provider: string): Promise<boolean> {
  const taken = await unlessRefused(
    table()
      .session.patch({ sessionId })
      .remove(["linkIntent"])
      .where(
        ({ linkIntent }, { eq, gt }) =>
          `${eq(linkIntent.provider, provider)} AND ${gt(linkIntent.expires, epoch())}`,
      )
      .go(),
  )
  return taken !== undefined
}

const touch = (sessionId: string) =>
  unlessRefused(
    table()
      .session.patch({ sessionId })
      .set({ lastSeenAt: now(), expires: epoch(sessionSeconds) })
      .go(),
  )

/** The devices that are signed in as oneself, the newest first. */
export const list = operation(z.strictObject({}), async (actor): Promise<{ items: SessionView[] }> => {
  const user = requireUser(actor)
  const rows = await signedIn(user.userId)
  return { items: rows.map((row) => view(row, user.sessionId)) }
})

/** Ends one of one's own sessions. @throws AppError `not_found` */
export const revoke = operation(
  RevokeSession,
  async (actor, { sid }): Promise<void> => {
    const { userId } = requireUser(actor)
    const row = await rowOf(sid)
    if (row?.userId !== userId) throw new AppError("not_found")
    await end(sid)
    // Whose device it is not: should it come again, its person is told again.
    if (row.unfamiliar) await forget([row])
  },
  "access",
)

/**
 * Says that it was oneself who signed in on a device. One that is not recognised itself can vouch for none.
 * @throws AppError `not_found`; `unprocessable` from a device that is new itself
 */
export const recognise = operation(
  RecogniseSession,
  async (actor, { sid }): Promise<void> => {
    const { userId, sessionId } = requireUser(actor)
    const [row, mine] = await Promise.all([rowOf(sid), rowOf(sessionId)])
    if (row?.userId !== userId) throw new AppError("not_found")
    if (!mine || mine.unfamiliar) throw new AppError("unprocessable", { reason: "device_new" })
    await unlessRefused(table().session.patch({ sessionId: sid }).remove(["unfamiliar"]).go())
  },
  "access",
)

async function rowOf(sessionId: string): Promise<SessionRow | undefined> {
  const { data } = await table().session.get({ sessionId }).go({ consistent: true })
  return data && data.expires > epoch() ? data : undefined
}

/** Ends every session of one's own but this one. */
export const revokeOthers = operation(
  z.strictObject({}),
  async (actor): Promise<void> => {
    const { userId, sessionId } = requireUser(actor)
    await endAll(userId, sessionId)
  },
  "access",
)

/** Ends a session; the next request with its cookie is a visitor's. */
export async function end(sessionId: string): Promise<void> {
  await table().session.delete({ sessionId }).go()
}

/** Ends every session of a person, except one, whose device stays known whatever it is. */
export async function endAll(userId: string, except?: string): Promise<void> {
  const rows = await rowsOf(userId)
  await forgetUnfamiliar(rows, except)
  const gone = rows.filter((row) => row.sessionId !== except).map(({ sessionId }) => ({ sessionId }))
  await batch(gone, (left) => table().session.delete(left).go())
}

/** Whose devices nobody said they were: should one come again, its person is told again. */
async function forgetUnfamiliar(rows: readonly SessionRow[], except?: string): Promise<void> {
  const strange = rows.filter((row) => row.unfamiliar && row.deviceHash && row.sessionId !== except)
  if (strange.length === 0) return
  // Opened just now, the index may not have it yet.
  const kept = except ? (rows.find((row) => row.sessionId === except) ?? (await rowOf(except))) : undefined
  await forget(strange.filter((row) => row.deviceHash !== kept?.deviceHash))
}

/** Removes every session of a person, those that have expired too. */
export async function eraseOf(userId: string): Promise<boolean> {
  const keys = (await rowsOf(userId)).map(({ sessionId }) => ({ sessionId }))
  await batch(keys, (left) => table().session.delete(left).go())
  return false
}

/** How many devices are signed in as a person. */
export const countOf = async (userId: string) => (await signedIn(userId)).length

async function signedIn(userId: string): Promise<SessionRow[]> {
  const [rows, ends] = await Promise.all([rowsOf(userId), Emergency.ends()])
  return rows.filter((row) => !isOver(row, ends))
}

async function rowsOf(userId: string): Promise<SessionRow[]> {
  const { data } = await table().session.query.byUser({ userId }).go({ order: "desc", pages: "all" })
  return data
}

const view = (row: SessionRow, current: string): SessionView => ({
  id: row.sessionId,
  current: row.sessionId === current,
  userAgent: row.userAgent,
  createdAt: row.createdAt,
  lastSeenAt: row.lastSeenAt,
  ...(row.place ? { place: row.place } : {}),
  ...(row.unfamiliar ? { unfamiliar: true } : {}),
})
