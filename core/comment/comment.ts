import type { EntityItem } from "electrodb"
import { type Actor, afresh, requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { measure } from "../metrics"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import { refused, table, transact } from "../table"
import { listOf } from "../table/list"
import { now } from "../time"
import type { CommentEntity, ReplyEntity } from "./comment.entity"
import {
  CommentInput,
  CommentsOf,
  type CommentView,
  RepliesTo,
  WriteComment,
  WriteReply,
} from "./comment.schema"
import { type Row, rowOf, views, visible, writerOf } from "./view"

export { edit, history } from "./edit"
export { eraseOf, eraseTraces } from "./erase"
export { eraseBy, eraseLikesBy } from "./erase-by"
export { guestsUnder, publishOfGuest } from "./guests"
export { makeInert } from "./inert"
export { like, unlike } from "./like"
export { forModerator, moderated } from "./moderated"
export { remove } from "./remove"
export { isOfGuest } from "./view"

export type CommentRow = EntityItem<typeof CommentEntity>
export type ReplyRow = EntityItem<typeof ReplyEntity>

/** The comments under a post that the actor sees, the oldest first. @throws AppError `not_found` */
export const list = operation(CommentsOf, async (actor, input): Promise<Page<CommentView>> => {
  const { postId } = input
  await Post.require(actor, postId)
  return listOf<CommentRow, CommentView>({
    list: `comments-under-${postId}`,
    page: input,
    read: async (after, count) => {
      const comments = table().comment.query.byPost({ postId })
      const beyond = after ? comments.gt({ commentId: after }) : comments
      return (await beyond.go({ limit: count, count, consistent: true })).data
    },
    idOf: ({ commentId }) => commentId,
    show: (rows) => views(actor, rows),
  })
})

/** One comment or reply. @throws AppError `not_found` */
export const get = operation(CommentInput, async (actor, { commentId }): Promise<CommentView> => {
  const found = await visible(actor, commentId)
  if (!found) throw new AppError("not_found")
  return found.view
})

/** The replies to a comment, the oldest first. @throws AppError `not_found` */
export const replies = operation(RepliesTo, async (actor, input): Promise<Page<CommentView>> => {
  const found = await visible(actor, input.commentId)
  if (!found) throw new AppError("not_found")
  const parentId = input.commentId
  return listOf<ReplyRow, CommentView>({
    list: `replies-to-${parentId}`,
    page: input,
    read: async (after, count) => {
      const list = table().reply.query.byComment({ parentId })
      const beyond = after ? list.gt({ commentId: after }) : list
      return (await beyond.go({ limit: count, count, consistent: true })).data
    },
    idOf: ({ commentId }) => commentId,
    show: (rows) => views(actor, rows),
  })
})

/**
 * Comments on a post that the actor sees.
 * @throws AppError `not_found`, `forbidden` where comments are closed, `rate_limited`
 */
export const write = operation(WriteComment, async (actor, { postId, text }): Promise<CommentView> => {
  const { userId } = requireUser(actor)
  const { row: post } = await Post.require(actor, postId)
  if (!post.commentsAllowed) throw closed()
  await limitComments(userId)
  const commentId = newId("comment")
  const row = {
    commentId,
    postId,
    userId,
    authorId: post.userId,
    text,
    createdAt: now(),
    likes: 0,
    replies: 0,
  }
  const codes = await transact((t) => [
    t.post
      .check({ postId })
      .where((row, { eq }) => eq(row.commentsAllowed, true))
      .commit(),
    t.comment.create(row).commit(),
    t.commentPlace.create({ commentId, postId }).commit(),
    t.postCount
      .patch({ postId, shard: Post.anyShard(post) })
      .add({ comments: 1 })
      .commit(),
  ])
  await explain(actor, postId, codes?.includes(refused) ?? false)
  measure("Comments")
  return written(actor, row)
})

/**
 * Answers a comment; an answer to a reply stands beside that.
 * @throws AppError as {@link write}
 */
export const reply = operation(WriteReply, async (actor, { commentId: to, text }): Promise<CommentView> => {
  const { userId } = requireUser(actor)
  const found = await visible(actor, to)
  if (!found) throw new AppError("not_found")
  const { postId } = found.row
  const { row: post } = await Post.require(actor, postId)
  if (!post.commentsAllowed) throw closed()
  await limitComments(userId)
  const { row: answered } = found
  // Hidden: whoever wrote it still sees it, and talks to nobody there.
  if (answered.moderation) throw new AppError("not_found")
  const parent = "parentId" in answered ? await rowOf(answered.parentId) : answered
  if (!parent || parent.moderation) throw new AppError("not_found")
  const [commentId, parentId] = [newId("comment"), parent.commentId]
  const at = { commentId, postId, userId, authorId: post.userId, parentId, parentUserId: writerOf(parent) }
  const row = { ...at, text, createdAt: now(), likes: 0 }
  const codes = await transact((t) => [
    t.post
      .check({ postId })
      .where((row, { eq }) => eq(row.commentsAllowed, true))
      .commit(),
    t.reply.create(row).commit(),
    t.commentPlace.create({ commentId, postId, parentId }).commit(),
    t.comment
      .patch({ postId, commentId: parentId })
      .add({ replies: 1 })
      .where(({ moderation }, { notExists }) => notExists(moderation))
      .commit(),
    t.postCount
      .patch({ postId, shard: Post.anyShard(post) })
      .add({ comments: 1 })
      .commit(),
  ])
  await explain(actor, postId, codes?.includes(refused) ?? false)
  measure("Comments")
  return written(actor, row)
})

/** Something changed between looking and writing: comments were closed, or the post or the comment went. */
async function explain(actor: Actor, postId: string, isRefused: boolean) {
  if (!isRefused) return
  const { row } = await Post.require(afresh(actor), postId)
  throw row.commentsAllowed ? new AppError("not_found") : closed()
}

const closed = () => new AppError("forbidden", { reason: "comments_closed" })

const limitComments = (userId: string) =>
  limit(["comment", userId], config.settings.limits.commentsPerMinute, 60)

async function written(actor: Actor, row: Row): Promise<CommentView> {
  const [view] = await views(actor, [row], { byName: true })
  if (!view) throw new AppError("not_found")
  return view
}
