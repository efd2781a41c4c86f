import { tell } from "./tell"
import { untell } from "./untell"

type LikeRow = { userId: string; postId: string; likeId: string; authorId: string; createdAt: string }
type CommentLikeRow = LikeRow & { commentId: string }

const ofLike = ({ userId, postId, likeId, authorId }: LikeRow) => ({
  userId: authorId,
  actorId: userId,
  topic: likesOf(postId),
  factId: likeId,
})
const ofCommentLike = ({ userId, commentId, likeId, authorId }: CommentLikeRow) => ({
  userId: authorId,
  actorId: userId,
  topic: `comment_like:${commentId}`,
  factId: likeId,
})

/** The likes of a post are one notification. */
export const likesOf = (postId: string) => `like:${postId}`

/** Somebody likes a post: its author is told. */
export async function liked(row: LikeRow): Promise<void> {
  const { userId, postId, likeId, createdAt: at } = row
  await tell({ ...ofLike(row), kinds: ["like"], at, about: { postId } }, (t) =>
    t.like
      .check({ userId, postId })
      .where((like, { eq }) => eq(like.likeId, likeId))
      .commit(),
  )
}

export const unliked = (row: LikeRow): Promise<void> => untell(ofLike(row))

/** Somebody likes a comment or a reply: who wrote it is told. */
export async function commentLiked(row: CommentLikeRow): Promise<void> {
  const { userId, postId, commentId, likeId, createdAt: at } = row
  await tell({ ...ofCommentLike(row), kinds: ["comment_like"], at, about: { postId, commentId } }, (t) =>
    t.commentLike
      .check({ userId, commentId })
      .where((like, { eq }) => eq(like.likeId, likeId))
      .commit(),
  )
}

export const commentUnliked = (row: CommentLikeRow): Promise<void> => untell(ofCommentLike(row))
