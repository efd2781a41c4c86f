import { measure } from "../metrics"
import { Post } from "../post"
import { type Entities, table, transact } from "../table"
import type { CommentRow } from "./comment"

/** What a guest wrote, as its post's author approved it. */
type Approved = Pick<CommentRow, "commentId" | "postId" | "text" | "createdAt"> & {
  guest: { name: string; shareId: string }
}
type Items = ReturnType<Parameters<typeof transact>[0]>

/**
 * Puts a guest's comment under a post, with its counter. The row is whose the post is, who answers for it; nobody is
 * told of it, and it is nobody's to change.
 * @param also what is written in the same transaction
 * @returns whether it is there now; not where something of it was refused, the post is gone, or a moderator closed it
 */
export async function publishOfGuest(
  { postId, commentId, text, createdAt, guest }: Approved,
  also: (t: Entities) => Items,
): Promise<boolean> {
  const post = await Post.postRow(postId)
  if (!post) return false
  const { userId } = post
  const codes = await transact((t) => [
    t.post
      .check({ postId })
      // Closed by its author, it is theirs to approve what waits; closed by a moderator, it is not.
      .where((row, { eq, notExists }) => `${eq(row.userId, userId)} AND ${notExists(row.moderation.closed)}`)
      .commit(),
    t.comment
      .create({
        ...{ postId, commentId, userId, authorId: userId, text, createdAt, guest, guestsOf: postId },
        ...{ likes: 0, replies: 0 },
      })
      .commit(),
    t.commentPlace.create({ commentId, postId }).commit(),
    t.postCount
      .patch({ postId, shard: Post.anyShard(post) })
      .add({ comments: 1 })
      .commit(),
    ...also(t),
  ])
  if (codes) return false
  measure("Comments")
  return true
}

/** Up to so many comments of guests under a post, the oldest first, hidden ones too. */
export async function guestsUnder(
  postId: string,
  after: string | undefined,
  count: number,
): Promise<CommentRow[]> {
  const rows = table().comment.query.byGuests({ guestsOf: postId })
  const beyond = after ? rows.gt({ commentId: after }) : rows
  return (await beyond.go({ limit: count, count })).data
}
