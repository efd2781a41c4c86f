import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Post } from "../post"
import { transact } from "../table"
import type { CommentRow, ReplyRow } from "./comment"
import { CommentInput } from "./comment.schema"
import { mayDelete, rowOf, visible } from "./view"

/** How often it is looked at anew because somebody answered in the same moment. */
const looks = 6

/**
 * Takes away one's own comment, or one under one's own post, with its replies. The counters know at once; the rows of
 * replies, likes and earlier versions follow from the stream.
 * @throws AppError `not_found`
 */
export const remove = operation(CommentInput, async (actor, { commentId }): Promise<void> => {
  requireUser(actor)
  const found = await visible(actor, commentId)
  if (!found || !mayDelete(actor, found.row)) throw new AppError("not_found")
  for (let look = 0; look < looks; look++) {
    const row = await rowOf(commentId)
    const post = row && (await Post.postRow(row.postId))
    if (!row || !post) return
    const shard = Post.anyShard(post)
    const codes = "parentId" in row ? await removeReply(row, shard) : await removeComment(row, shard)
    if (!codes) return
  }
  throw new AppError("unavailable", { retryAfter: 1 })
})

const removeComment = ({ postId, commentId, replies }: CommentRow, shard: number) =>
  transact((t) => [
    t.comment
      .remove({ postId, commentId })
      .where((row, { eq }) => eq(row.replies, replies))
      .commit(),
    t.commentPlace.delete({ commentId }).commit(),
    t.postCount
      .patch({ postId, shard })
      .add({ comments: -1 - replies })
      .commit(),
  ])

const removeReply = ({ postId, parentId, commentId }: ReplyRow, shard: number) =>
  transact((t) => [
    t.reply
      .remove({ parentId, commentId })
      .where((row, { exists }) => exists(row.userId))
      .commit(),
    t.commentPlace.delete({ commentId }).commit(),
    t.comment.patch({ postId, commentId: parentId }).add({ replies: -1 }).commit(),
    t.postCount.patch({ postId, shard }).add({ comments: -1 }).commit(),
  ])
