import { batch, table } from "../table"

const limit = 100

/** Removes the bookmarks of a post that is gone, a page at a time. Safe to be cut off and to be done again. */
export async function eraseOf(postId: string): Promise<void> {
  let cursor: string | null = null
  do {
    const page: { data: { userId: string }[]; cursor: string | null } = await table()
      .bookmark.query.byPost({ postId })
      .go({ limit, cursor })
    const keys = page.data.map(({ userId }) => ({ userId, postId }))
    await batch(keys, (left) => table().bookmark.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

/** Removes some of what a person keeps. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const { data } = await table().bookmark.query.byUser({ userId }).go({ limit, count: limit })
  const keys = data.map(({ postId }) => ({ userId, postId }))
  await batch(keys, (left) => table().bookmark.delete(left).go())
  return data.length === limit
}
