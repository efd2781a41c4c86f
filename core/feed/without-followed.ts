import { batch, table } from "../table"

/** Those of some posts with a tag whose authors the reader neither follows nor is: theirs hang in the feed anyway. */
export async function withoutFollowed<Post extends { userId: string }>(
  readerId: string,
  posts: readonly Post[],
): Promise<Post[]> {
  const authors = [...new Set(posts.map(({ userId }) => userId))]
  const known = await followsAmong(authors.map((followeeId) => ({ followerId: readerId, followeeId })))
  return posts.filter(({ userId }) => userId !== readerId && !known.has(`${readerId} ${userId}`))
}

/** Those of some readers of a tag who neither follow the author nor are the author. */
export async function withoutFollowers<Reader extends { userId: string }>(
  authorId: string,
  readers: readonly Reader[],
): Promise<Reader[]> {
  const known = await followsAmong(
    readers.map(({ userId }) => ({ followerId: userId, followeeId: authorId })),
  )
  return readers.filter(({ userId }) => userId !== authorId && !known.has(`${userId} ${authorId}`))
}

async function followsAmong(pairs: { followerId: string; followeeId: string }[]) {
  const rows = await batch(pairs, (left) => table().follow.get(left).go())
  const active = rows.filter(({ state }) => state === "active")
  return new Set(active.map(({ followerId, followeeId }) => `${followerId} ${followeeId}`))
}
