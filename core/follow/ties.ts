import { type Actor, isKnownOf, tiedIdOf, userIdOf } from "../actor"
import { Relation } from "../relation"
import { batch, table } from "../table"
import type { User } from "../user"
import type { FollowRow } from "./follow"
import type { TieView } from "./follow.schema"

type Pair = { followerId: string; followeeId: string }

/**
 * @param consistent whether the very last change counts: what may be seen is decided so
 * @returns the follows and requests between some pairs of people, in no order
 */
export const rowsOf = (pairs: readonly Pair[], consistent = true): Promise<FollowRow[]> =>
  batch(pairs, (left) => table().follow.get(left).go({ consistent }))

/**
 * Whom of these people the actor follows, requests not counted. Strongly consistent: it decides what may be seen.
 * @returns their ids; nobody for visitors
 */
export async function followedAmong(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const followerId = tiedIdOf(actor)
  if (followerId === undefined) return new Set()
  const others = [...new Set(userIds)].filter((id) => id !== followerId && isKnownOf(actor, id))
  if (followsByDefinition(actor)) return new Set(others)
  const rows = await rowsOf(others.map((followeeId) => ({ followerId, followeeId })))
  return new Set(rows.filter(({ state }) => state === "active").map(({ followeeId }) => followeeId))
}

/** Whether the actor is "a follower" of the page's owner, and nobody in particular. */
const followsByDefinition = (actor: Actor) =>
  actor.kind === "user" && actor.supposed !== undefined && actor.supposed.userId === undefined

/** Whether the actor may see the posts of a person, and whom they follow and are followed by. Blocks are asked before. */
export async function seesPostsOf(actor: Actor, person: Pick<User.UserRow, "userId" | "private">) {
  if (!person.private || userIdOf(actor) === person.userId) return true
  return (await followedAmong(actor, [person.userId])).has(person.userId)
}

/**
 * How some people stand to the actor: follows both ways in one batch, mutes in one query.
 * @param consistent see {@link rowsOf}; of a list of people it is twice the price
 */
export async function ties(
  actor: Actor,
  userIds: readonly string[],
  consistent = true,
): Promise<(userId: string) => TieView> {
  const me = tiedIdOf(actor)
  const others = [...new Set(userIds)].filter((id) => id !== me && isKnownOf(actor, id))
  const pairs = others.flatMap((id) =>
    me === undefined
      ? []
      : [
          { followerId: me, followeeId: id },
          { followerId: id, followeeId: me },
        ],
  )
  const [rows, { muted }] = await Promise.all([rowsOf(pairs, consistent), Relation.of(actor)])
  const states = new Map(rows.map((row) => [`${row.followerId} ${row.followeeId}`, row.state]))
  return (id) => ({
    own: id === me,
    follows: states.get(`${me} ${id}`) === "active" || (followsByDefinition(actor) && isKnownOf(actor, id)),
    requested: states.get(`${me} ${id}`) === "requested",
    followsYou: states.get(`${id} ${me}`) === "active",
    muted: muted.has(id),
  })
}
