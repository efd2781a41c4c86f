import type { Follow } from "../follow"
import type { Kind } from "./notification.schema"
import { type News, tell } from "./tell"
import { untell } from "./untell"

type Row = Follow.FollowRow
type Told = Pick<News, "userId" | "actorId" | "topic" | "factId"> & { kind: Kind }

/** What a row means to the two: a request and new followers to the one, an answer to who asked. */
const meanings = {
  request: ({ followerId, followeeId, followId }: Row): Told => ({
    kind: "request",
    userId: followeeId,
    actorId: followerId,
    topic: `request:${followerId}`,
    factId: followId,
  }),
  follow: ({ followerId, followeeId, followId }: Row): Told => ({
    kind: "follow",
    userId: followeeId,
    actorId: followerId,
    topic: "follow",
    factId: followId,
  }),
  accepted: ({ followerId, followeeId, followId }: Row): Told => ({
    kind: "accepted",
    userId: followerId,
    actorId: followeeId,
    topic: `accepted:${followeeId}`,
    factId: followId,
  }),
}

/** A follow begins, is asked for, is accepted or ends: each side is told what is new to it, and not what is over. */
export async function followChanged(before: Row | undefined, after: Row | undefined): Promise<void> {
  const changed = before?.followId !== after?.followId
  if (before && changed) await takeBack(before)
  if (!after || !changed) return
  if (after.state === "requested") return say("request", after)
  return say(before?.state === "requested" ? "accepted" : "follow", after)
}

async function takeBack(row: Row) {
  if (row.state === "requested") return untell(meanings.request(row))
  // Whether it was asked for once is not in the row: what was not told is not taken back.
  await untell(meanings.follow(row))
  await untell(meanings.accepted(row))
}

async function say(meaning: keyof typeof meanings, row: Row) {
  const { followerId, followeeId, followId, state, createdAt: at } = row
  const { kind, ...told } = meanings[meaning](row)
  await tell({ ...told, kinds: [kind], at }, (t) =>
    t.follow
      .check({ followerId, followeeId })
      .where((follow, { eq }) => `${eq(follow.followId, followId)} AND ${eq(follow.state, state)}`)
      .commit(),
  )
}
