import type { Scope } from "./access-token/access-token.schema"
import { AppError } from "./error"
import type { Locale, Role } from "./user/user.schema"

/** A city, and its country's two letters. */
export type Place = { city?: string; country: string }

type Caller = {
  /** The address that the CDN vouches for; rate limits count by it. */
  address: string
  locale: Locale
  userAgent: string
  /** Where that address is, as the CDN tells it. */
  place?: Place
  /** What the browser's device cookie holds: sign-ins alone go by it. */
  device?: string
  /** What the passwords of links left in this browser; see `Share.unlock`. */
  unlocks?: readonly string[]
  /** What was read for this one request already; absent where an actor outlives a request. */
  read?: Map<string, Promise<unknown>>
}

export type UserActor = Caller & {
  kind: "user"
  userId: string
  /** The session of the browser; a token's own id, which is no session, for an API client. */
  sessionId: string
  role: Role
  /** Was away for so long that the home feed has to be written before it is read. */
  returned?: boolean
  /** For an API client: the access token that it showed. */
  token?: { id: string; scopes: readonly Scope[] }
  /** Nobody who is here: as whom somebody looks at a page of their own. See core/viewing. */
  supposed?: Supposed
}

/** Somebody whom the owner of a page imagines to look at it: a person, or whoever follows the owner. */
export type Supposed = { by: string; userId?: string }
export type VisitorActor = Caller & {
  kind: "visitor"
  /** Nobody who is here: a guest as whom somebody looks through a link that they give. See core/viewing. */
  imagined?: true
}

/** Who asks: the only identity an operation may rely on. `system` is the product itself, in functions. */
export type Actor = UserActor | VisitorActor | { kind: "system" }

/** The caller as somebody whom nobody knows: for what is the same for everybody, whoever asks. */
export const asVisitor = (actor: Actor): VisitorActor => ({
  kind: "visitor",
  address: addressOf(actor),
  locale: localeOf(actor),
  userAgent: actor.kind === "system" ? "" : actor.userAgent,
  read: new Map(),
})

/**
 * @returns the actor as a signed-in person
 * @throws AppError `unauthenticated` for anybody else
 */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind !== "user") throw new AppError("unauthenticated")
  return actor
}

/** Whether somebody runs the site, here in a browser: an access token, which programs keep, opens nothing of it. */
export const runsSite = (actor: Actor): actor is UserActor =>
  actor.kind === "user" && actor.role === "admin" && actor.token === undefined

/**
 * @returns the actor as somebody who runs the site
 * @throws AppError `not_found` for everybody else: they hear what they would of an address where nothing is
 */
export function requireAdmin(actor: Actor): UserActor {
  if (!runsSite(actor)) throw new AppError("not_found")
  return actor
}

/** Whether somebody decides about reports, here in a browser; who runs the site does too. */
export const moderates = (actor: Actor): actor is UserActor =>
  actor.kind === "user" && actor.role !== "member" && actor.token === undefined

/**
 * @returns the actor as somebody who decides about reports
 * @throws AppError `not_found` for everybody else, as of an address where nothing is
 */
export function requireModerator(actor: Actor): UserActor {
  if (!moderates(actor)) throw new AppError("not_found")
  return actor
}

/**
 * Reads something once a request, however many parts of a page ask for it.
 * @param key names what is read; the same key always means the same
 */
export function readOnce<T>(actor: Actor, key: string, read: () => Promise<T>): Promise<T> {
  const kept = actor.kind === "system" ? undefined : actor.read
  if (!kept) return read()
  const known = kept.get(key) ?? read()
  kept.set(key, known)
  return known as Promise<T>
}

/** The same actor, for whom everything is read anew: after a write, say. */
export const afresh = (actor: Actor): Actor =>
  actor.kind === "system" ? actor : { ...actor, read: undefined }

/** The actor's user id, or undefined for visitors and the system. */
export const userIdOf = (actor: Actor) => (actor.kind === "user" ? actor.userId : undefined)

/** Whose ties and memberships decide what the actor sees: a supposed person's, else the actor's own. */
export const tiedIdOf = (actor: Actor) =>
  actor.kind === "user" ? (actor.supposed?.userId ?? actor.userId) : undefined

/** Whether the ties of the actor to a person are told: of a supposed one only those to who looks as them. */
export const isKnownOf = (actor: Actor, userId: string) =>
  actor.kind !== "user" || actor.supposed === undefined || actor.supposed.by === userId

/** Whether it is a guest who is not here: nothing that they look at is used by it. */
export const isImagined = (actor: Actor) => actor.kind === "visitor" && actor.imagined === true

/** Where the call came from; the product itself has no address. */
export const addressOf = (actor: Actor) => (actor.kind === "system" ? "system" : actor.address)

export const localeOf = (actor: Actor): Locale => (actor.kind === "system" ? "en" : actor.locale)

/** A person who is not here, for what is decided behind their back: what they are told, what is mailed to them. */
export const readerOf = (userId: string, locale: Locale = "en"): UserActor => ({
  kind: "user",
  userId,
  sessionId: "none",
  role: "member",
  address: "system",
  locale,
  userAgent: "",
  read: new Map(),
})

/** What proves that the caller knew the passwords of links. */
export const unlocksOf = (actor: Actor) => (actor.kind === "system" ? undefined : actor.unlocks)
