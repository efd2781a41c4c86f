import { type Actor, isKnownOf, readOnce, requireUser, tiedIdOf } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import { Relation } from "../relation"
import { User } from "../user"
import { atLeast, seesAlbum } from "./album.access"
import type { AlbumStanding } from "./album.schema"
import { type AlbumRow, type Lineage, lineages, rolesAmong } from "./lineage"

/** An album that the actor may see, and what they may do in it. */
export type Reached = {
  row: AlbumRow
  line: Lineage
  owner: User.UserRow
  role: AlbumStanding | undefined
  /** Whether that is given to them in this album itself. */
  joined: boolean
}

const nothing: Awaited<ReturnType<typeof rolesAmong>> = { roleIn: () => undefined, memberOf: new Set() }

/** @returns those of some albums that the actor may see, in order, with their owners; all is read in few steps */
export async function reachAll(actor: Actor, albumIds: readonly string[]): Promise<Reached[]> {
  if (albumIds.length === 0) return []
  const lines = await lineages(albumIds)
  const userId = tiedIdOf(actor)
  const owners = [...lines.values()].map(([row]) => row.userId)
  const known = [...lines.values()].filter(([row]) => isKnownOf(actor, row.userId))
  const [people, relations, followed, { roleIn, memberOf }] = await Promise.all([
    User.people(owners),
    Relation.of(actor),
    Follow.followedAmong(actor, owners),
    userId === undefined ? nothing : rolesAmong(userId, known),
  ])
  return albumIds.flatMap((id) => {
    const line = lines.get(id)
    const owner = line && people.get(line[0].userId)
    if (!line || !owner) return []
    const [row] = line
    const role = roleIn(id)
    const tie = { blocked: relations.blocked.has(row.userId), follows: followed.has(row.userId), role }
    return seesAlbum(actor, row, owner, tie) ? [{ row, line, owner, role, joined: memberOf.has(id) }] : []
  })
}

/** @returns what those of some albums are called that the actor may see, by id */
export async function titles(
  actor: Actor,
  albumIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const reached = await reachAll(actor, albumIds)
  return new Map(reached.map(({ row }) => [row.albumId, row.title]))
}

/** @returns an album that the actor may see. @throws AppError `not_found` */
export async function reach(actor: Actor, albumId: string): Promise<Reached> {
  const [found] = await readOnce(actor, `album ${albumId}`, () => reachAll(actor, [albumId]))
  if (!found) throw new AppError("not_found")
  return found
}

/**
 * @returns an album in which the actor may do at least so much
 * @throws AppError `not_found` for whoever is nothing in it, `forbidden` for whoever is too little
 */
export async function reachAs(actor: Actor, albumId: string, least: AlbumStanding): Promise<Reached> {
  requireUser(actor)
  const reached = await reach(actor, albumId)
  if (!reached.role) throw new AppError("not_found")
  if (!atLeast(reached.role, least)) throw new AppError("forbidden", { reason: "album_role" })
  return reached
}

/**
 * What somebody may do in an album, by what they are given there and in the albums around it. Blocks are not asked.
 * Strongly consistent.
 */
export async function roleOf(who: Actor | string, albumId: string): Promise<AlbumStanding | undefined> {
  const userId = typeof who === "string" ? who : tiedIdOf(who)
  if (userId === undefined) return undefined
  const lines = await lineages([albumId])
  return (await rolesAmong(userId, [...lines.values()])).roleIn(albumId)
}
