import { table } from "../table"
import type { PostRow } from "./post"
import { latestShards } from "./post.entity"

/**
 * The latest public posts of everybody, newest first: all shards are read at once and merged.
 * @param before only posts older than this id
 */
export async function latest(before: string | undefined, count: number): Promise<PostRow[]> {
  const shards = await Promise.all(
    Array.from({ length: latestShards }, (_, shard) => {
      const list = table().post.query.latest({ latest: shard })
      const below = before ? list.lt({ postId: before }) : list
      return below.go({ order: "desc", limit: count, count })
    }),
  )
  return shards
    .flatMap(({ data }) => data)
    .sort((a, b) => (a.postId < b.postId ? 1 : -1))
    .slice(0, count)
}

/**
 * The public posts of everybody between two ids, newest first.
 * @param mostPerShard how many of each shard are read at most: a bound, not a promise
 */
export async function latestBetween(above: string, below: string, mostPerShard: number): Promise<PostRow[]> {
  const shards = await Promise.all(
    Array.from({ length: latestShards }, (_, latest) =>
      table()
        .post.query.latest({ latest })
        .between({ postId: above }, { postId: below })
        .go({ order: "desc", limit: mostPerShard, count: mostPerShard }),
    ),
  )
  return shards.flatMap(({ data }) => data).sort((a, b) => (a.postId < b.postId ? 1 : -1))
}

/** The oldest public post that there is. */
export async function oldest(): Promise<PostRow | undefined> {
  const shards = await Promise.all(
    Array.from({ length: latestShards }, (_, shard) =>
      table().post.query.latest({ latest: shard }).go({ limit: 1, count: 1 }),
    ),
  )
  return shards.flatMap(({ data }) => data).sort((a, b) => (a.postId < b.postId ? -1 : 1))[0]
}
