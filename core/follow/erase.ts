import { table } from "../table"
import { end } from "./write"

const inChunk = 25

/**
 * Ends some of the follows of a person and of those who follow them or ask to; the counters of both know at once, and
 * feeds follow from the stream. @returns whether some is left
 */
export async function eraseBy(userId: string): Promise<boolean> {
  const page = { limit: inChunk, count: inChunk }
  const { follow } = table()
  const lists = await Promise.all([
    follow.query.byFollower({ followerId: userId }).go({ ...page, consistent: true }),
    follow.query.byFollowee({ followeeId: userId, state: "active" }).go(page),
    follow.query.byFollowee({ followeeId: userId, state: "requested" }).go(page),
  ])
  for (const { data } of lists)
    for (const { followerId, followeeId } of data) await end({ followerId, followeeId })
  return lists.some(({ data }) => data.length === inChunk)
}
