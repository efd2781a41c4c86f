import { AppError } from "../error"
import { newId } from "../id"
import { type Entities, type Refusals, transact } from "../table"
import { now } from "../time"
import type { User } from "../user"
import type { FollowRow } from "./follow"
import { rowsOf } from "./ties"

/** How often something is looked at anew because it changed between looking and writing. */
const looks = 6

/**
 * Looks at something and writes what follows from it, until what was looked at is still so when it is written.
 * @param once looks, and gives what `transact` gave; undefined when it is done
 * @throws AppError `unavailable` when it keeps changing
 */
export async function untilSettled(once: () => Promise<Refusals | undefined>): Promise<void> {
  for (let look = 0; look < looks; look++) if (!(await once())) return
  throw new AppError("unavailable", { retryAfter: 1 })
}

/** Adds to the counters of both; refused once one of them is gone. */
export const counted = (t: Entities, { followerId, followeeId }: Pair, by: 1 | -1) => [
  t.userCount.patch({ userId: followerId }).add({ following: by }).commit(),
  t.userCount.patch({ userId: followeeId }).add({ followers: by }).commit(),
]

type Pair = Pick<FollowRow, "followerId" | "followeeId">

/** A person begins to follow or asks to: refused behind a block, and when the account was closed or opened meanwhile. */
export function begun(t: Entities, followerId: string, { userId, private: closed }: User.UserRow) {
  const pair = { followerId, followeeId: userId }
  const row = { ...pair, followId: newId("follow"), createdAt: now() }
  const open = [
    ...counted(t, pair, 1),
    // Followed again before the feed was cleaned of the last time.
    t.relation.delete({ userId: followerId, kind: "LEFT", target: userId }).commit(),
  ]
  return [
    t.follow.create({ ...row, state: closed ? "requested" : "active" }).commit(),
    t.user
      .check({ userId })
      .where((user, { eq }) => eq(user.private, closed))
      .commit(),
    ...(["BLOCK", "BLOCKEDBY"] as const).map((kind) =>
      t.relation
        .check({ userId: followerId, kind, target: userId })
        .where((relation, { notExists }) => notExists(relation.userId))
        .commit(),
    ),
    ...(closed ? [] : open),
  ]
}

/** A request becomes a follow, which begins now. */
export const accepted = (t: Entities, { followerId, followeeId }: Pair) => [
  t.follow
    .patch({ followerId, followeeId })
    .set({ state: "active", followId: newId("follow"), createdAt: now() })
    .where((follow, { eq }) => eq(follow.state, "requested"))
    .commit(),
  ...counted(t, { followerId, followeeId }, 1),
  t.relation.delete({ userId: followerId, kind: "LEFT", target: followeeId }).commit(),
]

/** The row itself goes, in the state it was seen in. */
export const deleted = (t: Entities, { followerId, followeeId, state: seen }: FollowRow) =>
  t.follow
    .delete({ followerId, followeeId })
    .where(({ state }, { eq }) => eq(state, seen))
    .commit()

/**
 * Says that a follow ended: from now on the author's posts are left out of the follower's feed, until its rows are
 * cleaned up from the stream, which also takes this away. It does not expire: a cleaning that comes late finds it.
 */
export const left = (t: Entities, { followerId, followeeId }: Pair) =>
  t.relation.put({ userId: followerId, kind: "LEFT", target: followeeId, createdAt: now() }).commit()

/** Ends a follow or takes back a request; nothing happens where there is none. */
export async function end(pair: Pair): Promise<void> {
  await untilSettled(async () => {
    const [row] = await rowsOf([pair])
    if (!row) return undefined
    return transact((t) => [
      deleted(t, row),
      ...(row.state === "active" ? [...counted(t, pair, -1), left(t, pair)] : []),
    ])
  })
}
