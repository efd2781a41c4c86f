import { batch, table } from "../table"
import { isPast } from "./rows"

const limit = 100

/** Removes some of a person's home feed, and which large sources it pulls. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const page = { limit, count: limit }
  const [{ data: rows }, { data: large }] = await Promise.all([
    table().feedRow.query.byReader({ userId }).go(page),
    table().largeFollow.query.byUser({ userId }).go(page),
  ])
  const feed = rows.map(({ postId }) => ({ userId, postId }))
  const pulled = large.map(({ kind, source }) => ({ userId, kind, source }))
  await batch(feed, (left) => table().feedRow.delete(left).go({ concurrent: 4 }))
  await batch(pulled, (left) => table().largeFollow.delete(left).go())
  return rows.length === limit || large.length === limit
}

/**
 * Takes a post out of the feeds that its tags brought it to: rows of a post that is gone would stay there, unseen,
 * until they expire. Those of followers go with the follow.
 */
export async function takeFromTags(postId: string, tags: readonly string[]): Promise<void> {
  if (isPast(postId)) return
  for (const tag of tags) {
    let cursor: string | null = null
    do {
      const page: { data: { userId: string }[]; cursor: string | null } = await table()
        .tagFollow.query.byTag({ tag })
        .go({ limit, cursor })
      const keys = page.data.map(({ userId }) => ({ userId, postId }))
      await batch(keys, (left) => table().feedRow.delete(left).go({ concurrent: 4 }))
      cursor = page.cursor
    } while (cursor)
  }
}
