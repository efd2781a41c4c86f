import type { UserActor } from "../actor"
import { AppError } from "../error"
import type { User } from "../user"
import type { Act } from "./moderation.schema"

/** Who decides: a moderator, or an operator as AWS knows them. */
export type Decider = { by: string; role: UserActor["role"] }

/**
 * Nobody decides about themselves, nor takes that back; about who runs or moderates the site, and about an account as a
 * whole, an administrator alone.
 * @param role what the one is whom it concerns
 * @throws AppError `conflict`, `forbidden`
 */
export function permit(decider: Decider, { userId, role }: Pick<User.UserRow, "userId" | "role">, act: Act) {
  if (decider.by === userId) throw new AppError("conflict", { reason: "oneself" })
  if (!suffices(decider.role, role, act)) throw new AppError("forbidden", { reason: "admins_only" })
}

/** Whether somebody of a role may decide so about whoever is of another. */
export const suffices = (decider: Decider["role"], role: User.UserRow["role"], act: Act): boolean =>
  decider === "admin" || (act !== "suspend" && (role === "member" || act === "dismiss"))
