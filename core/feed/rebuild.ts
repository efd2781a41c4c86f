import { Follow } from "../follow"
import { timeOf } from "../id"
import { Post } from "../post"
import { batch, table } from "../table"
import { expiryOf, feedRow, isPast, oldestKept, putRows } from "./rows"

/** Of so many accounts that a person follows, so many that posted last give so many posts each. */
const asked = 200
const authors = 40
const fromEach = 10
/** What hangs in the feed then, at most. */
const most = 100

/**
 * Writes the feed anew of somebody who was away for so long that it was not written: the newest posts of those who
 * posted last among the accounts followed. Bounded, in four steps; done again it changes nothing.
 */
export async function rebuild(userId: string): Promise<void> {
  const followed = [userId, ...(await Follow.someFollowed(userId, asked))]
  const counts = await batch(
    followed.map((id) => ({ userId: id })),
    (left) => table().userCount.get(left).go({ concurrent: 4 }),
  )
  const lately = counts
    .flatMap(({ userId: id, newestPostId }) => (newestPostId ? [{ id, newestPostId }] : []))
    .filter(({ newestPostId }) => !isPast(newestPostId))
    .sort((a, b) => (a.newestPostId < b.newestPostId ? 1 : -1))
    .slice(0, authors)
  const posts = await Promise.all(
    lately.map(({ id }) => Post.newestOf(id, fromEach, { above: oldestKept() })),
  )
  const newest = posts
    .flat()
    .filter(({ audience }) => audience !== "private")
    .sort((a, b) => (a.postId < b.postId ? 1 : -1))
    .slice(0, most)
  await putRows(newest.map((post) => feedRow(userId, post, expiryOf(timeOf(post.postId)))))
}
