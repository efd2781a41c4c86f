import type { EntityItem } from "electrodb"
import { firstIdAt, timeOf } from "../id"
import { batch, table } from "../table"
import { days, minutes } from "../time"
import type { FeedRowEntity } from "./feed.entity"

export type FeedRow = EntityItem<typeof FeedRowEntity>

/** How long a post hangs in a feed, in seconds. */
export const kept = days(30)

/** Clocks differ: what was posted and who followed within such a time (milliseconds) counts as together. */
export const slack = minutes(1) * 1000

/** When a row expires that follows from something that happened then (milliseconds): the same however often it is written. */
export const expiryOf = (at: number) => Math.floor(at / 1000) + kept

/** The row of a post in somebody's feed. @param tag the followed tag that brings it, else the author does */
export const feedRow = (
  userId: string,
  post: { postId: string; userId: string },
  expires: number,
  tag?: string,
): FeedRow => ({ userId, postId: post.postId, authorId: post.userId, expires, ...(tag ? { tag } : {}) })

const keyOf = ({ userId, postId }: Pick<FeedRow, "userId" | "postId">) => `${userId} ${postId}`

/** Writes rows. Those that are there already are written over by the same. */
export async function putRows(rows: readonly FeedRow[]): Promise<void> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  await batch([...byKey.values()], async (left) => {
    const { unprocessed } = await table().feedRow.put(left).go({ concurrent: 4 })
    return { unprocessed: unprocessed.flatMap((key) => byKey.get(keyOf(key)) ?? []) }
  })
}

/** @returns up to so many rows of a feed below a post, newest first, expired ones among them */
export async function readRows(
  userId: string,
  before: string | undefined,
  count: number,
): Promise<FeedRow[]> {
  const feed = table().feedRow.query.byReader({ userId })
  const below = before ? feed.lt({ postId: before }) : feed
  return (await below.go({ order: "desc", limit: count, count })).data
}

/** Takes rows out of a feed. @param from what they came from: an author whom one followed, or a tag */
export async function removeRows(
  userId: string,
  from: { authorId: string } | { tag: string },
): Promise<void> {
  const { data } = await table()
    .feedRow.query.byReader({ userId })
    .where(({ authorId, tag }, { eq, notExists }) =>
      "tag" in from ? eq(tag, from.tag) : `${eq(authorId, from.authorId)} AND ${notExists(tag)}`,
    )
    .go({ pages: "all" })
  const keys = data.map(({ postId }) => ({ userId, postId }))
  await batch(keys, (left) => table().feedRow.delete(left).go({ concurrent: 4 }))
}

/** Whether a post is too old to be put into a feed. */
export const isPast = (postId: string) => timeOf(postId) < Date.now() - kept * 1000

/** The lowest id of a post that is young enough for a feed. */
export const oldestKept = () => firstIdAt("post", Date.now() - kept * 1000)
