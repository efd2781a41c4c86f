import { requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { type Entities, refused, table, transact } from "../table"
import { now } from "../time"
import { CommentInput } from "./comment.schema"
import { type Row, rowOf, visible, writerOf } from "./view"

/** Likes a comment or a reply that the actor sees; twice is once. @throws AppError `not_found` */
export const like = operation(CommentInput, async (actor, { commentId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const found = await visible(actor, commentId)
  if (!found) throw new AppError("not_found")
  const { row } = found
  const fact = {
    userId,
    commentId,
    likeId: newId("commentLike"),
    authorId: writerOf(row),
    postId: row.postId,
  }
  const codes = await transact((t) => [
    t.commentLike.create({ ...fact, createdAt: now() }).commit(),
    counted(t, row, 1),
  ])
  if (codes && codes[0] !== refused) throw new AppError("not_found")
})

/** Takes a like back, also of a comment that the actor no longer sees. @throws AppError `not_found` */
export const unlike = operation(CommentInput, async (actor, { commentId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const { data: known } = await table().commentLike.get({ userId, commentId }).go({ consistent: true })
  const row = known && (await rowOf(commentId))
  if (!known || !row) {
    if (!(await visible(actor, commentId))) throw new AppError("not_found")
    return
  }
  await transact((t) => [
    t.commentLike
      .remove({ userId, commentId })
      .where((like, { eq }) => eq(like.likeId, known.likeId))
      .commit(),
    counted(t, row, -1),
  ])
})

/** Adds to the counter of a comment; refused once it is gone. */
const counted = (t: Entities, row: Row, by: 1 | -1) =>
  "parentId" in row
    ? t.reply.patch({ parentId: row.parentId, commentId: row.commentId }).add({ likes: by }).commit()
    : t.comment.patch({ postId: row.postId, commentId: row.commentId }).add({ likes: by }).commit()
