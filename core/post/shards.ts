import { table, transact } from "../table"
import type { PostRow } from "./post"

const mostShards = 16
/** So many conflicts of one write mean that others write to the same counter all the time. */
const hot = 2

type Counted = Pick<PostRow, "postId" | "countShards">

/** One of a post's counters, to spread its writes over them. */
export const anyShard = ({ countShards }: Counted) => Math.floor(Math.random() * countShards)

/**
 * Watches one write to a post's counters: where it met others too often, the post gets twice as many counters.
 * @returns `conflict`, to be called for each, and `settle`, which does what follows
 */
export function heatOf(post: Counted) {
  let conflicts = 0
  return {
    conflict: () => {
      conflicts++
    },
    settle: async () => {
      if (conflicts >= hot && post.countShards < mostShards) await grow(post)
    },
  }
}

/** Whoever comes second finds it done: that is no fault. */
async function grow({ postId, countShards }: Counted) {
  const more = Math.min(mostShards, countShards * 2)
  const added = Array.from({ length: more - countShards }, (_, i) => countShards + i)
  await transact((t) => [
    t.post
      .patch({ postId })
      .set({ countShards: more })
      .where((post, { eq }) => eq(post.countShards, countShards))
      .commit(),
    ...added.map((shard) => t.postCount.create({ postId, shard }).commit()),
  ])
}

/** @returns a post's counters, summed, strongly consistent */
export async function exactCounts(postId: string): Promise<{ likes: number; comments: number }> {
  const { data } = await table().postCount.query.byShard({ postId }).go({ pages: "all", consistent: true })
  return {
    likes: data.reduce((sum, { likes }) => sum + likes, 0),
    comments: data.reduce((sum, { comments }) => sum + comments, 0),
  }
}
