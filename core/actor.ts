import { AppError } from "./error"
import type { Locale, Role } from "./user/user.schema"

type Caller = {
  /** The address that the CDN vouches for; rate limits count by it. */
  address: string
  locale: Locale
  userAgent: string
}

export type UserActor = Caller & { kind: "user"; userId: string; sessionId: string; role: Role }
export type VisitorActor = Caller & { kind: "visitor" }

/** Who asks: the only identity an operation may rely on. `system` is the product itself, in functions. */
export type Actor = UserActor | VisitorActor | { kind: "system" }

/**
 * @returns the actor as a signed-in person
 * @throws AppError `unauthenticated` for anybody else
 */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind !== "user") throw new AppError("unauthenticated")
  return actor
}

/** The actor's user id, or undefined for visitors and the system. */
export const userIdOf = (actor: Actor) => (actor.kind === "user" ? actor.userId : undefined)

/** Where the call came from; the product itself has no address. */
export const addressOf = (actor: Actor) => (actor.kind === "system" ? "system" : actor.address)

export const localeOf = (actor: Actor): Locale => (actor.kind === "system" ? "en" : actor.locale)
