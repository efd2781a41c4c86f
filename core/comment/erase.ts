import { batch, table } from "../table"

type Found<T> = { data: T[]; cursor: string | null }
type Id = { commentId: string }

/** How many rows are removed at a time. */
const limit = 100

/**
 * Removes the comments of a post that is gone; what belongs to each follows from its own removal. Safe to be cut off
 * and to be done again.
 */
export async function eraseOf(postId: string): Promise<void> {
  let cursor: string | null = null
  do {
    const page: Found<Id> = await table().comment.query.byPost({ postId }).go({ limit, cursor })
    await erasePlaces(page.data)
    const keys = page.data.map(({ commentId }) => ({ postId, commentId }))
    await batch(keys, (left) => table().comment.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

/**
 * Removes what a comment or reply that is gone leaves behind: replies, likes, earlier versions. Of a reply there are
 * no replies. Safe to be cut off and to be done again.
 */
export async function eraseTraces(commentId: string): Promise<void> {
  await Promise.all([eraseReplies(commentId), eraseLikes(commentId), eraseEdits(commentId)])
}

async function eraseReplies(parentId: string) {
  let cursor: string | null = null
  do {
    const page: Found<Id> = await table().reply.query.byComment({ parentId }).go({ limit, cursor })
    // Places first: without its row a place is found by nobody.
    await erasePlaces(page.data)
    const keys = page.data.map(({ commentId }) => ({ parentId, commentId }))
    await batch(keys, (left) => table().reply.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

export async function eraseLikes(commentId: string) {
  let cursor: string | null = null
  do {
    const page: Found<{ userId: string }> = await table()
      .commentLike.query.byComment({ commentId })
      .go({ limit, cursor })
    const keys = page.data.map(({ userId }) => ({ userId, commentId }))
    await batch(keys, (left) => table().commentLike.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

export async function eraseEdits(commentId: string) {
  let cursor: string | null = null
  do {
    const page: Found<{ editId: string }> = await table()
      .commentEdit.query.byComment({ commentId })
      .go({ limit, cursor })
    const keys = page.data.map(({ editId }) => ({ commentId, editId }))
    await batch(keys, (left) => table().commentEdit.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

const erasePlaces = (rows: readonly Id[]) =>
  batch(
    rows.map(({ commentId }) => ({ commentId })),
    (left) => table().commentPlace.delete(left).go(),
  )
