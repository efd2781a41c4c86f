import type { Actor, UserActor } from "../../core/actor"
import { newId } from "../../core/id"
import { table, transact } from "../../core/table"
import { now } from "../../core/time"
import { given, type Person, visitor } from "../given"

/** Everybody who may ask, by how they stand to the owner of a thing; called in this order. */
export const columns = [
  "visitor",
  "stranger",
  "requested",
  "follower",
  "blocked",
  "blocker",
  "moderator",
  "admin",
  "owner",
] as const
export type Column = (typeof columns)[number]

/** One person for each column; the visitor is nobody. */
export type Cast = Readonly<Record<Exclude<Column, "visitor">, Person>>

/** Who acts for a column: undefined for the visitor. */
export const actorOf = (cast: Cast, column: Column): UserActor | undefined =>
  column === "visitor" ? undefined : cast[column]

/** The same as an operation takes it. */
export const callerOf = (cast: Cast, column: Column): Actor => actorOf(cast, column) ?? visitor()

/**
 * An owner and everybody else: somebody unknown, one who asked to follow, one who follows, one whom the owner blocked,
 * one who blocked the owner, a moderator, and one who runs the site.
 * @param options.private whether only accepted followers see the owner's posts
 */
export async function newCast(options: { private?: boolean } = {}): Promise<Cast> {
  const people = await Promise.all(
    columns.slice(1).map(async (column) => [column, await given.person()] as const),
  )
  const cast = Object.fromEntries(people) as unknown as Cast
  const { owner, follower, requested, blocked, blocker } = cast
  await Promise.all([
    follows(follower, owner, "active"),
    follows(requested, owner, "requested"),
    blocks(owner, blocked),
    blocks(blocker, owner),
    ...(["moderator", "admin"] as const).flatMap((role) => {
      const { userId, sessionId } = cast[role]
      return [
        table().user.patch({ userId }).set({ role }).go(),
        table().session.patch({ sessionId }).set({ role }).go(),
      ]
    }),
    ...(options.private ? [table().user.patch({ userId: owner.userId }).set({ private: true }).go()] : []),
  ])
  return {
    ...cast,
    moderator: { ...cast.moderator, role: "moderator" },
    admin: { ...cast.admin, role: "admin" },
  }
}

/** Written as they are stored: a person who is asked may be public by now. */
async function follows(follower: Person, followee: Person, state: "active" | "requested") {
  const row = { followerId: follower.userId, followeeId: followee.userId, state }
  const counted = state === "active" ? 1 : 0
  await transact((t) => [
    t.follow.create({ ...row, followId: newId("follow"), createdAt: now() }).commit(),
    t.userCount.patch({ userId: follower.userId }).add({ following: counted }).commit(),
    t.userCount.patch({ userId: followee.userId }).add({ followers: counted }).commit(),
  ])
}

async function blocks(by: Person, whom: Person) {
  await transact((t) => [
    t.relation.put({ userId: by.userId, kind: "BLOCK", target: whom.userId, createdAt: now() }).commit(),
    t.relation.put({ userId: whom.userId, kind: "BLOCKEDBY", target: by.userId, createdAt: now() }).commit(),
  ])
}
