import { type Actor, tiedIdOf } from "../actor"
import { Relation } from "../relation"
import { table } from "../table"
import { User } from "../user"
import { maxPlaces } from "./album.schema"
import { lineages, rolesAmong } from "./lineage"

/** More than a post may be in: some may have been added at the same moment. */
const mostPlaces = maxPlaces * 2

/**
 * Which of some posts, that their audience does not show to the actor, an album gives to them: one that is theirs, or
 * that they are a member of, also through an album around it. Strongly consistent, so that to be removed counts at once.
 * Asked of single posts and of what hangs in one album, never for feeds.
 * @param postIds few: each is one query
 */
export async function givenTo(actor: Actor, postIds: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = tiedIdOf(actor)
  if (userId === undefined) return new Set()
  const places = (await Promise.all(postIds.map(placesOf))).flat()
  if (places.length === 0) return new Set()
  const lines = await lineages(places.map(({ albumId }) => albumId))
  const { roleIn } = await rolesAmong(userId, [...lines.values()])
  const open = places.filter(({ albumId }) => lines.has(albumId) && roleIn(albumId))
  const owners = open.flatMap(({ albumId }) => lines.get(albumId)?.[0]?.userId ?? [])
  if (owners.length === 0) return new Set()
  const [people, { blocked }] = await Promise.all([User.people(owners), Relation.of(actor)])
  const shown = open.filter(({ albumId }) => {
    const owner = lines.get(albumId)?.[0]?.userId ?? ""
    return people.has(owner) && !blocked.has(owner)
  })
  return new Set(shown.map(({ postId }) => postId))
}

/** @returns where a post hangs, also in albums that are just being deleted; strongly consistent */
export async function placesOf(postId: string) {
  const places = table().albumPlace.query.byPost({ postId })
  return (await places.go({ limit: mostPlaces, count: mostPlaces, consistent: true })).data
}
