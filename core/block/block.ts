import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { Follow } from "../follow"
import { limit } from "../limit"
import { operation } from "../operation"
import { Relation } from "../relation"
import { type Entities, transact } from "../table"
import { days, now } from "../time"
import { User } from "../user"
import { UserInput } from "../user/user.schema"

export { filters, setFilters } from "./filters"
export { blocks, mutes } from "./lists"
export { mute, unmute } from "./mute"

/**
 * Blocks a person: from now on neither sees the other anywhere, and neither follows the other. Twice is once.
 * @throws AppError `not_found` for nobody, and for who is invisible already; `unprocessable` for oneself
 */
export const block = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId } = requireUser(actor)
  const target = (await User.byHandle(handle)).userId
  if (target === userId) throw new AppError("unprocessable", { reason: "block_self" })
  if (await Relation.has({ userId, kind: "BLOCK", target })) return
  await User.visible(actor, handle)
  await countApart(userId)
  await Follow.untilSettled(async () => {
    const follows = await Follow.rowsOf(bothWays(userId, target))
    return transact((t) => [...sides(t, userId, target), ...parted(t, userId, target, follows)])
  })
})

/**
 * Takes a block back; who followed whom before does not return.
 * @throws AppError `not_found` for nobody, and for whoever is invisible without being blocked
 */
export const unblock = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId } = requireUser(actor)
  const target = (await User.byHandle(handle)).userId
  // Found although invisible, but by who blocked alone: the other side is not told that there is somebody.
  if (!(await Relation.has({ userId, kind: "BLOCK", target })))
    return void (await User.visible(actor, handle))
  await transact((t) => [
    t.relation.delete({ userId, kind: "BLOCK", target }).commit(),
    t.relation.delete({ userId: target, kind: "BLOCKEDBY", target: userId }).commit(),
  ])
})

/** Counts blocks and mutes together. @throws AppError `rate_limited` */
export const countApart = (userId: string) =>
  limit(["apart", userId], config.settings.limits.blocksPerDay, days(1))

const bothWays = (one: string, other: string) => [
  { followerId: one, followeeId: other },
  { followerId: other, followeeId: one },
]

const sides = (t: Entities, userId: string, target: string) => {
  const createdAt = now()
  return [
    t.relation.put({ userId, kind: "BLOCK", target, createdAt }).commit(),
    t.relation.put({ userId: target, kind: "BLOCKEDBY", target: userId, createdAt }).commit(),
  ]
}

/** Ends what is between two people, as it was seen; refused where it has changed meanwhile, a new follow included. */
function parted(t: Entities, one: string, other: string, rows: readonly Follow.FollowRow[]) {
  const active = rows.filter(({ state }) => state === "active")
  const none = bothWays(one, other).filter((pair) => !rows.some((row) => row.followerId === pair.followerId))
  return [
    ...rows.map((row) => Follow.deleted(t, row)),
    ...none.map((pair) =>
      t.follow
        .check(pair)
        .where(({ state }, { notExists }) => notExists(state))
        .commit(),
    ),
    ...active.map((row) => Follow.left(t, row)),
    // One item each: a transaction cannot change a counter twice.
    ...(active.length > 0 ? [one, other].map((userId) => uncounted(t, userId, active)) : []),
  ]
}

const uncounted = (t: Entities, userId: string, ended: readonly Follow.FollowRow[]) =>
  t.userCount
    .patch({ userId })
    .add({
      following: -ended.filter(({ followerId }) => followerId === userId).length,
      followers: -ended.filter(({ followeeId }) => followeeId === userId).length,
    })
    .commit()
