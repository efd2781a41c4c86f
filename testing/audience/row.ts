import { type Noun, newId } from "../../core/id"
import type { api } from "../api"
import { type Cast, type Column, columns } from "./cast"

export type Where = Parameters<typeof api>[0]
export type Statuses = Readonly<Record<Column, number>>

/** One call, and what everybody gets for it. */
export type Row = {
  cast: Cast
  where: Where
  json?: unknown
  status: Statuses
  /** The same call about nothing at all: whoever may not see a thing gets word for word the same. */
  absent?: { where?: Where; json?: unknown }
}

/**
 * What each column gets: the one named, else `others`.
 * A thing that is seen by followers is `statuses(404, { follower: 200, owner: 200 })`.
 */
export const statuses = (others: number, named: Partial<Statuses> = {}): Statuses =>
  Object.fromEntries(columns.map((column) => [column, named[column] ?? others])) as Statuses

/** Everybody alike. */
export const everybody = (status: number) => statuses(status)
/** Whoever is signed in; visitors are told to sign in. */
export const members = (status: number) => statuses(status, { visitor: 401 })
/** The owner alone; other people hear that there is nothing, visitors that they must sign in. */
export const mine = (status: number) => statuses(404, { visitor: 401, owner: status })
/** Everybody but those between whom and the owner there is a block. */
export const unblocked = (status: number) => statuses(status, { blocked: 404, blocker: 404 })
/** The same for members. */
export const unblockedMembers = (status: number) => ({ ...unblocked(status), visitor: 401 })
/** The owner and who follows. */
export const followers = (status: number) => statuses(404, { follower: status, owner: status })
/** The same for members. */
export const followersSignedIn = (status: number) => ({ ...followers(status), visitor: 401 })
/** The owner alone, of what visitors may ask for too. */
export const shownToOwner = (status: number) => statuses(404, { owner: status })

/** Those alone who run the site; to all others nothing is at the address. */
export const admins = (status: number) => statuses(404, { admin: status })

/** A row about one thing, with the same call about a thing that does not exist. */
export const about = (
  cast: Cast,
  noun: Noun,
  where: (id: string) => Where,
  id: string,
  status: Statuses,
  json?: unknown,
): Row => ({ cast, where: where(id), status, json, absent: { where: where(newId(noun)) } })

/** A row about a person by handle. */
export const aboutPerson = (
  cast: Cast,
  where: (handle: string) => Where,
  status: Statuses,
  json?: unknown,
): Row => ({ cast, where: where(cast.owner.handle), status, json, absent: { where: where("nobody_at_all") } })
