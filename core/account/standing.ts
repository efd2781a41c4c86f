import { z } from "zod"
import { AccessToken } from "../access-token"
import type { Actor } from "../actor"
import { Audit } from "../audit"
import { AppError } from "../error"
import { idOf } from "../id"
import { operation } from "../operation"
import { Session } from "../session"
import { type Entities, type Refusals, transact } from "../table"
import { now } from "../time"
import { User } from "../user"
import { Role } from "../user/user.schema"

/** Who decided, as the audit notes them, and why. The audit cannot be changed: it names the account by its id alone. */
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
  await asOperator(actor, userId)
  const codes = await transact((t) => shut(t, { userId, by, why }))
  if (codes) throw new AppError("conflict", { reason: "suspended" })
  await endAll(userId)
})

type Decided = z.output<typeof Decided>

/**
 * The writes that shut an account; refused when it is shut already. Its sessions are still to be ended.
 * @param decisionId the decision that it is shut by, where there is one
 */
export const shut = (t: Entities, { userId, by, why, decisionId }: Decided & { decisionId?: string }) => [
  t.user
    .patch({ userId })
    .set({ hidden: true, suspendedAt: now(), ...(decisionId ? { suspendedBy: decisionId } : {}) })
    .where(({ suspendedAt }, { notExists }) => notExists(suspendedAt))
    .commit(),
  Audit.entry(t, { by, userId, what: "user suspend", detail: why }),
]

/** The writes that open a suspended account again; refused when it is not suspended, or does not stand as it was read. */
export const opened = (t: Entities, user: User.UserRow, { by, why }: Omit<Decided, "userId">) => [
  t.user
    .patch({ userId: user.userId })
    .set({ hidden: User.isHidden({ ...user, suspendedAt: undefined }) })
    .remove(["suspendedAt", "suspendedBy"])
    .where((row, names) => {
      const same = User.standsAs(user)(row as never, names as never)
      return `${names.exists(row.suspendedAt)} AND ${same}`
    })
    .commit(),
  Audit.entry(t, { by, userId: user.userId, what: "user restore", detail: why }),
]

/** Opens a suspended account again. @throws AppError `not_found`; `conflict` when it is not suspended */
export const restore = operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
  let codes: Refusals | undefined
  do {
    const user = await asOperator(actor, userId)
    if (!user.suspendedAt) throw new AppError("conflict")
    codes = await transact((t) => opened(t, user, { by, why }))
  } while (codes)
})

/** Gives a person another role. They sign in again: a session has the role that it was opened with. @throws AppError `not_found` */
export const setRole = operation(
  z.strictObject({ ...Decision, role: Role }),
  async (actor, { userId, by, role, why }): Promise<void> => {
    const user = await asOperator(actor, userId)
    const detail = `from ${user.role} to ${role} ${why}`.trim()
    await transact((t) => [
      t.user.patch({ userId }).set({ role }).commit(),
      role === "member" ? t.staff.delete({ userId }).commit() : t.staff.put({ userId, role }).commit(),
      Audit.entry(t, { by, userId, what: "user promote", detail }),
    ])
    await Session.endAll(userId)
  },
)

/** Ends every session and access token of a person. @throws AppError `not_found` */
export const signOut = operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
  await asOperator(actor, userId)
  await Audit.record(actor, { by, userId, what: "user sign-out", detail: why })
  await endAll(userId)
})

/** Ends every session and access token of an account. */
export const endAll = (userId: string) => Promise.all([Session.endAll(userId), AccessToken.endAll(userId)])

async function asOperator(actor: Actor, userId: string): Promise<User.UserRow> {
  const user = actor.kind === "system" ? await User.byId(userId) : undefined
  if (!user) throw new AppError("not_found")
  return user
}
