import { batch, table } from "../table"

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
