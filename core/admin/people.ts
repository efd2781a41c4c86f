import { Account } from "../account"
import { type Actor, requireAdmin } from "../actor"
import { Audit } from "../audit"
import { AppError } from "../error"
import { operation } from "../operation"
import { User } from "../user"
import { FindPerson, PersonInput, type PersonView, SetStanding, SignPersonOut } from "./admin.schema"

const system = { kind: "system" } as const

/** Who somebody is, by id, handle, or e-mail address, hidden or not. @throws AppError `not_found` */
export const find = operation(
  FindPerson,
  async (actor, { who }): Promise<{ id: string }> => {
    requireAdmin(actor)
    const user = await User.find(who)
    if (!user) throw new AppError("not_found", { reason: "nobody" })
    return { id: user.userId }
  },
  "moderation",
)

/** How an account stands, and what was done to it. @throws AppError `not_found` */
export const person = operation(PersonInput, async (actor, { userId }): Promise<PersonView> => {
  requireAdmin(actor)
  const user = await User.byId(userId)
  if (!user) throw new AppError("not_found", { reason: "nobody" })
  const [account, audit] = await Promise.all([Account.state(user), Audit.ofUser(userId)])
  return { person: User.author(user), account, audit }
})

/**
 * Suspends an account or restores it; the audit notes who did it and why.
 * @throws AppError `not_found`; `conflict` when it stands so already, or is one's own
 */
export const setStanding = operation(
  SetStanding,
  async (actor, { userId, state, why }): Promise<void> => {
    const by = deciding(actor, userId)
    await (state === "suspended" ? Account.suspend : Account.restore)(system, { userId, by, why })
  },
  "moderation",
)

/** Ends every session and access token of a person; the audit notes who did it and why. @throws AppError `not_found` */
export const signOut = operation(
  SignPersonOut,
  async (actor, { userId, why }): Promise<void> => {
    await Account.signOut(system, { userId, by: deciding(actor, userId), why })
  },
  "moderation",
)

/** Who decides about somebody, as the audit notes them: nobody shuts the door on themselves. */
function deciding(actor: Actor, about: string): string {
  const { userId } = requireAdmin(actor)
  if (userId === about) throw new AppError("conflict", { reason: "oneself" })
  return userId
}
