import { batch, table, transact } from "../table"

/** Removes the likes of a post that is gone, a page at a time. Safe to be cut off and to be done again. */
export async function eraseOf(postId: string): Promise<void> {
  let cursor: string | null = null
  do {
    const page: { data: { userId: string; postId: string }[]; cursor: string | null } = await table()
      .like.query.byPost({ postId })
      .go({ limit: 100, cursor })
    const keys = page.data.map(({ userId }) => ({ userId, postId }))
    await batch(keys, (left) => table().like.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

const inChunk = 25

/** Takes back some of what a person likes; the counters know at once. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const { data } = await table()
    .like.query.byUser({ userId })
    .go({ limit: inChunk, count: inChunk, consistent: true })
  for (const { postId, likeId, shard } of data) {
    const codes = await transact((t) => [
      t.like
        .remove({ userId, postId })
        .where((row, { eq }) => eq(row.likeId, likeId))
        .commit(),
      t.postCount.patch({ postId, shard }).add({ likes: -1 }).commit(),
    ])
    // Of a post that is gone there is nothing to count.
    if (codes) await table().like.delete({ userId, postId }).go()
  }
  return data.length === inChunk
}
