import { z } from "zod"
import { AccessToken } from "../access-token"
import type { Actor } from "../actor"
import { Audit } from "../audit"
import { config } from "../config"
import { AppError } from "../error"
import { idOf } from "../id"
import { operation } from "../operation"
import { Session } from "../session"
import { transact } from "../table"
import { now } from "../time"
import { User } from "../user"
import { Role } from "../user/user.schema"

/** Who decided, as the audit notes them, and why. */
const Decision = {
  userId: idOf("user"),
  by: z.string().min(1).max(300),
  why: z.string().max(500).default(""),
}
const Decided = z.strictObject(Decision)

/**
 * Shuts an account: it is shown nowhere any more, its sessions and access tokens end, and it cannot sign in.
 * @throws AppError `not_found`; `conflict` when it is suspended already
 */
export const suspend = operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
  const user = await asOperator(actor, userId)
  const codes = await transact((t) => [
    t.user
      .patch({ userId })
      .set({ hidden: true, suspendedAt: now() })
      .where(({ suspendedAt }, { notExists }) => notExists(suspendedAt))
      .commit(),
    Audit.entry(t, { by, userId, what: "user suspend", detail: `${user.handle} ${why}`.trim() }),
  ])
  if (codes) throw new AppError("conflict", { reason: "suspended" })
  await endAll(userId)
})

/** Opens a suspended account again. @throws AppError `not_found`; `conflict` when it is not suspended */
export const restore = operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
  const user = await asOperator(actor, userId)
  // Where addresses have to be confirmed, an account that never was stays unseen.
  const hidden = config.settings.emailVerification === "required" && !user.emailVerified
  const codes = await transact((t) => [
    t.user
      .patch({ userId })
      .set({ hidden })
      .remove(["suspendedAt"])
      .where(({ suspendedAt }, { exists }) => exists(suspendedAt))
      .commit(),
    Audit.entry(t, { by, userId, what: "user restore", detail: `${user.handle} ${why}`.trim() }),
  ])
  if (codes) throw new AppError("conflict")
})

/** Gives a person another role. They sign in again: a session has the role that it was opened with. @throws AppError `not_found` */
export const setRole = operation(
  z.strictObject({ ...Decision, role: Role }),
  async (actor, { userId, by, role, why }): Promise<void> => {
    const user = await asOperator(actor, userId)
    const detail = `${user.handle} from ${user.role} to ${role} ${why}`.trim()
    await transact((t) => [
      t.user.patch({ userId }).set({ role }).commit(),
      Audit.entry(t, { by, userId, what: "user promote", detail }),
    ])
    await Session.endAll(userId)
  },
)

/** Ends every session and access token of a person. @throws AppError `not_found` */
export const signOut = operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
  const user = await asOperator(actor, userId)
  await Audit.record(actor, { by, userId, what: "user sign-out", detail: `${user.handle} ${why}`.trim() })
  await endAll(userId)
})

const endAll = (userId: string) => Promise.all([Session.endAll(userId), AccessToken.endAll(userId)])

async function asOperator(actor: Actor, userId: string): Promise<User.UserRow> {
  const user = actor.kind === "system" ? await User.byId(userId) : undefined
  if (!user) throw new AppError("not_found")
  return user
}
