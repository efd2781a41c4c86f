import { Post } from "../post"
import { batch, table, transact } from "../table"
import type { CommentRow, ReplyRow } from "./comment"
import { nobody } from "./comment.schema"
import { eraseEdits, eraseLikes } from "./erase"
import { take } from "./remove"
import { rowOf } from "./view"

const inChunk = 25

/**
 * Removes some of what a person wrote under posts. What others answered stays: a comment that has answers keeps its
 * place, without words and without a name.
 * @param before is told of each just before it goes
 * @returns whether some is left
 */
export async function eraseBy(
  userId: string,
  before: (commentId: string) => Promise<void>,
): Promise<boolean> {
  const page = { limit: inChunk, count: inChunk }
  const [{ data: comments }, { data: replies }] = await Promise.all([
    table().comment.query.byUser({ userId }).go(page),
    table().reply.query.byUser({ userId }).go(page),
  ])
  const listed = [...replies, ...comments]
  for (const { commentId } of listed) {
    await before(commentId)
    await eraseOne(commentId, listed)
  }
  return comments.length === inChunk || replies.length === inChunk
}

async function eraseOne(commentId: string, listed: readonly (CommentRow | ReplyRow)[]) {
  const row = await rowOf(commentId)
  if (!row) return eraseStray(listed.find((one) => one.commentId === commentId))
  if (!(await Post.postRow(row.postId))) return eraseStray(row)
  if ("replies" in row && row.replies > 0 && (await silence(row))) return
  await take(commentId)
}

/** Under a post that is gone nothing is counted any more. */
async function eraseStray(row: CommentRow | ReplyRow | undefined) {
  if (!row) return
  const { commentId } = row
  await table().commentPlace.delete({ commentId }).go()
  if ("parentId" in row) await table().reply.delete({ parentId: row.parentId, commentId }).go()
  else await table().comment.delete({ postId: row.postId, commentId }).go()
}

/** Takes name, words, likes and history from a comment that was answered. @returns whether it still stands, empty */
async function silence({ postId, commentId, replies, userId }: CommentRow): Promise<boolean> {
  await Promise.all([eraseLikes(commentId), eraseEdits(commentId), forgetAnswered(commentId, userId)])
  const codes = await transact((t) => [
    t.comment
      .patch({ postId, commentId })
      .set({ userId: nobody, text: "", likes: 0 })
      .remove(["editedAt", "requestId", "guest"])
      .where((row, { eq }) => `${eq(row.replies, replies)} AND ${eq(row.userId, userId)}`)
      .commit(),
  ])
  // Answered in this moment: looked at anew by the next round.
  return codes === undefined || (await rowOf(commentId))?.userId === userId
}

/** The answers say whom they answer. */
async function forgetAnswered(parentId: string, userId: string) {
  let cursor: string | null = null
  do {
    const page: { data: ReplyRow[]; cursor: string | null } = await table()
      .reply.query.byComment({ parentId })
      .go({ limit: 100, cursor })
    for (const { commentId, parentUserId } of page.data)
      if (parentUserId === userId)
        await transact((t) => [
          t.reply
            .patch({ parentId, commentId })
            .set({ parentUserId: nobody })
            .where((row, { exists }) => exists(row.userId))
            .commit(),
        ])
    cursor = page.cursor
  } while (cursor)
}

/** Takes back some of the comments that a person likes; their counters know at once. @returns whether some is left */
export async function eraseLikesBy(userId: string): Promise<boolean> {
  const { data } = await table()
    .commentLike.query.byUser({ userId })
    .go({ limit: inChunk, count: inChunk, consistent: true })
  for (const { commentId, likeId } of data) {
    const row = await rowOf(commentId)
    const codes =
      row &&
      (await transact((t) => [
        t.commentLike
          .remove({ userId, commentId })
          .where((like, { eq }) => eq(like.likeId, likeId))
          .commit(),
        "parentId" in row
          ? t.reply.patch({ parentId: row.parentId, commentId }).add({ likes: -1 }).commit()
          : t.comment.patch({ postId: row.postId, commentId }).add({ likes: -1 }).commit(),
      ]))
    if (!row || codes) await batch([{ userId, commentId }], (left) => table().commentLike.delete(left).go())
  }
  return data.length === inChunk
}
