import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, requireUser } from "../actor"
import { config } from "../config"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { Session } from "../session"
import { type Entities, refused, transact } from "../table"
import { days, hours, later, now } from "../time"
import { User } from "../user"
import type { DeletionEntity } from "./deletion.entity"
import { Leave, type LeaveView } from "./departure.schema"

export { answers } from "./answers"
export { goOn, waiting } from "./background"
export { overdue } from "./due"
export { asOperator } from "./operator"

export type DeletionRow = EntityItem<typeof DeletionEntity>

/** Goes away for a while: everything of the person is hidden from everybody, and every session ends. Signing in ends it. */
export const deactivate = operation(
  z.strictObject({}),
  async (actor): Promise<void> => {
    await hide(requireUser(actor).userId)
  },
  "access",
)

/**
 * Asks for one's account to be deleted: hidden at once, and erased when the days for coming back are over.
 * @throws AppError `invalid` for a wrong password; `forbidden` (reason `confirm_yourself`) where there is none and the
 * session is old; `conflict` when it is asked for already
 */
export const leave = operation(
  Leave,
  async (actor, { password }): Promise<LeaveView> => {
    const me = requireUser(actor)
    const { userId } = me
    await limit(["password", userId], config.settings.limits.signInsPerQuarterHour, hours(0.25))
    const user = await User.byId(userId)
    if (!user) throw new AppError("unauthenticated")
    if (user.passwordHash) {
      if (!(await User.verifyPassword(password ?? "", user.passwordHash)))
        throw invalidField("password", "password_wrong")
    } else if (!(await Session.isFresh(me))) {
      throw new AppError("forbidden", { reason: "confirm_yourself" })
    }
    return begin(user)
  },
  "access",
)

/** Keeps the account that was to be deleted: everything is as it was. @throws AppError `not_found` where nothing is asked for */
export const stay = operation(
  z.strictObject({}),
  async (actor): Promise<void> => {
    const user = await User.byId(requireUser(actor).userId)
    if (!user || !(await takeBack(user))) throw new AppError("not_found")
  },
  "access",
)

/** What else is written with it, or not at all. */
type Also = (t: Entities) => ReturnType<Parameters<typeof transact>[0]>

/** Hides everything of a person, and ends every session; access tokens open nothing meanwhile. @returns whether it did */
export async function hide(userId: string, also: Also = () => []): Promise<boolean> {
  const codes = await transact((t) => [
    t.user
      .patch({ userId })
      .set({ hidden: true, deactivatedAt: now() })
      .where(({ deactivatedAt }, { notExists }) => notExists(deactivatedAt))
      .commit(),
    ...also(t),
  ])
  await Session.endAll(userId)
  return codes === undefined
}

/** Writes that an account is to be deleted. @throws AppError `conflict` when that is so already */
export async function begin({ userId }: User.UserRow, also: Also = () => []): Promise<LeaveView> {
  const [at, dueAt] = [now(), later(days(config.settings.deletionGraceDays))]
  const codes = await transact((t) => [
    t.user
      .patch({ userId })
      .set({ hidden: true, deactivatedAt: at, leavingAt: dueAt })
      .where(({ leavingAt }, { notExists }) => notExists(leavingAt))
      .commit(),
    // The mail with the date and the way back follows from the stream.
    t.deletion.create({ userId, state: "waiting", requestedAt: at, dueAt }).commit(),
    ...also(t),
  ])
  if (codes) throw new AppError("conflict", { reason: "leaving" })
  await Session.endAll(userId)
  return { dueAt }
}

/** Takes a deletion back that has not begun. @returns whether there was one */
export async function takeBack(user: User.UserRow, also: Also = () => []): Promise<boolean> {
  const { userId } = user
  const hidden = User.isHidden({ ...user, deactivatedAt: undefined })
  const codes = await transact((t) => [
    t.deletion
      .remove({ userId })
      .where(({ state }, { eq }) => eq(state, "waiting"))
      .commit(),
    t.user
      .patch({ userId })
      .set({ hidden })
      .remove(["deactivatedAt", "leavingAt"])
      .where((row, names) => User.standsAs(user)(row as never, names as never))
      .commit(),
    ...also(t),
  ])
  if (codes?.[1] !== refused) return codes === undefined
  const changed = await User.byId(userId)
  return changed !== undefined && takeBack(changed, also)
}

/** @returns the person whom an operator names. @throws AppError `not_found` */
export async function named(actor: Actor, userId: string): Promise<User.UserRow> {
  const user = actor.kind === "system" ? await User.byId(userId) : undefined
  if (!user) throw new AppError("not_found")
  return user
}
