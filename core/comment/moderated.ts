import { Post } from "../post"
import type { Entities } from "../table"
import { isBelowHidden, type Row, rowOf } from "./view"

/** Where a hidden comment is counted again when it comes back: where it was; and whether it is, itself not hidden. */
export type Counted = { shard: number; isOut?: boolean }

/**
 * The writes that hide a comment with its replies, and take it out of what is counted; or give it back.
 * @param decisionId by which it is hidden; undefined to give it back
 */
export function moderated(t: Entities, row: Row, decisionId: string | undefined, { shard, isOut }: Counted) {
  const by = decisionId ? -1 : 1
  const { postId, commentId } = row
  const counts = (comments: number) => t.postCount.patch({ postId, shard }).add({ comments }).commit()
  if ("parentId" in row) {
    const reply = t.reply.patch({ parentId: row.parentId, commentId })
    const change = decisionId
      ? reply.set({ moderation: { hidden: decisionId } })
      : reply.remove(["moderation"])
    return [
      change
        .where(({ moderation }, { exists, notExists }) =>
          decisionId ? notExists(moderation) : exists(moderation),
        )
        .commit(),
      t.comment
        .patch({ postId, commentId: row.parentId })
        .add({ replies: by })
        .where(({ moderation }, { exists, notExists }) =>
          isOut ? exists(moderation) : notExists(moderation),
        )
        .commit(),
      // Below a hidden comment nothing is counted anyway.
      ...(isOut ? [] : [counts(by)]),
    ]
  }
  const comment = t.comment.patch({ postId, commentId })
  const change = decisionId
    ? comment.set({ moderation: { hidden: decisionId } })
    : comment.remove(["moderation"])
  return [
    change
      .where(
        ({ moderation, replies }, { eq, exists, notExists }) =>
          `${eq(replies, row.replies)} AND ${decisionId ? notExists(moderation) : exists(moderation)}`,
      )
      .commit(),
    counts(by * (1 + row.replies)),
  ]
}

/** A comment or a reply by its id, hidden or not, where its post counts it, and whether what it answers is hidden. */
export async function forModerator(
  commentId: string,
): Promise<{ row: Row; shard: number; isOut: boolean } | undefined> {
  const row = await rowOf(commentId)
  const [post, isOut] = row ? await Promise.all([Post.postRow(row.postId), isBelowHidden(row)]) : []
  return row && post ? { row, shard: Post.anyShard(post), isOut: isOut ?? false } : undefined
}
