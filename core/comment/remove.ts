import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Post } from "../post"
import { type Entities, transact } from "../table"
import type { CommentRow, ReplyRow } from "./comment"
import { CommentInput } from "./comment.schema"
import { isBelowHidden, mayDelete, rowOf, visible } from "./view"

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
  await take(commentId)
})

/** Takes a comment or reply away, whoever asks. @throws AppError `unavailable` when it keeps being answered */
export async function take(commentId: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const row = await rowOf(commentId)
    const post = row && (await Post.postRow(row.postId))
    if (!row || !post) return
    const shard = Post.anyShard(post)
    const codes =
      "parentId" in row
        ? await removeReply(row, shard, await isBelowHidden(row))
        : await removeComment(row, shard)
    if (!codes) return
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

/** What a moderator hid is counted no longer. */
const counted = (t: Entities, { postId }: { postId: string }, shard: number, by: number) =>
  by === 0 ? [] : [t.postCount.patch({ postId, shard }).add({ comments: by }).commit()]

const removeComment = (row: CommentRow, shard: number) =>
  transact((t) => [
    t.comment
      .remove({ postId: row.postId, commentId: row.commentId })
      .where(
        ({ replies, moderation }, { eq, exists, notExists }) =>
          `${eq(replies, row.replies)} AND ${row.moderation ? exists(moderation) : notExists(moderation)}`,
      )
      .commit(),
    t.commentPlace.delete({ commentId: row.commentId }).commit(),
    ...counted(t, row, shard, row.moderation ? 0 : -1 - row.replies),
  ])

const removeReply = (row: ReplyRow, shard: number, isOut: boolean) =>
  transact((t) => [
    t.reply
      .remove({ parentId: row.parentId, commentId: row.commentId })
      .where(
        ({ userId, moderation }, { exists, notExists }) =>
          `${exists(userId)} AND ${row.moderation ? exists(moderation) : notExists(moderation)}`,
      )
      .commit(),
    t.commentPlace.delete({ commentId: row.commentId }).commit(),
    ...(row.moderation
      ? []
      : [
          t.comment
            .patch({ postId: row.postId, commentId: row.parentId })
            .add({ replies: -1 })
            .where(({ moderation }, { exists, notExists }) =>
              isOut ? exists(moderation) : notExists(moderation),
            )
            .commit(),
        ]),
    ...counted(t, row, shard, row.moderation || isOut ? 0 : -1),
  ])
