import { AppError } from "../error"
import { refused, table, transact } from "../table"
import type { PostRow } from "./post"
import { postRow } from "./publish"
import { newest } from "./read"

const inChunk = 25
/** How often a deletion looks anew because the post grew more counters meanwhile. */
const looks = 5

/**
 * Deletes some of a person's posts; photos, files, comments and likes follow from the stream.
 * @param before is told of each post just before it goes
 * @returns whether some is left
 */
export async function eraseBy(userId: string, before: (post: PostRow) => Promise<void>): Promise<boolean> {
  const posts = await newest(userId, undefined, inChunk)
  for (const post of posts) {
    await before(post)
    await take(post.postId)
  }
  // An account that was being closed or opened: there is nothing left that could follow.
  if (posts.length === 0) await table().audienceSweep.delete({ userId }).go()
  return posts.length === inChunk
}

/** Deletes a post with its counters, whoever asks. @returns whether there was one */
export async function take(postId: string): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    const row = await postRow(postId)
    if (!row) return false
    const { countShards, userId } = row
    const codes = await transact((t) => [
      t.post
        .delete({ postId })
        // All counters go with it, also those that it got in this moment.
        .where((post, { eq }) => eq(post.countShards, countShards))
        .commit(),
      ...Array.from({ length: countShards }, (_, shard) => t.postCount.delete({ postId, shard }).commit()),
      t.userCount.patch({ userId }).add({ posts: -1 }).commit(),
    ])
    if (codes?.[0] !== refused) return true
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}
