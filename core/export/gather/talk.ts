import type { Comment } from "../../comment"
import { Post } from "../../post"
import { batch, table } from "../../table"
import type { OnPost } from "../manifest.schema"
import { type NameOf, names } from "./people"
import { all, each, type Rows } from "./rows"

type Row = Comment.CommentRow | Comment.ReplyRow
const isReply = (row: Row): row is Comment.ReplyRow => "parentId" in row

/** What a person said and liked, and where: under their own posts by the archive's id, under another's by its address. */
export async function talkOf(self: string, rows: Rows, own: ReadonlyMap<string, string>) {
  const [comments, replies, likes, commentLikes, bookmarks] = await Promise.all([
    rows.comments(),
    rows.replies(),
    rows.likes(),
    rows.commentLikes(),
    rows.bookmarks(),
  ])
  // What guests wrote under one's posts is among what one received.
  const said: Row[] = [...comments.filter(({ guest }) => !guest), ...replies]
  const kept = new Map(
    (await Post.byIds(bookmarks.map(({ postId }) => postId))).map(({ postId, userId }) => [postId, userId]),
  )
  const nameOf = await names(self, [
    ...said.map(({ authorId }) => authorId),
    ...replies.map(({ parentUserId }) => parentUserId),
    ...likes.map(({ authorId }) => authorId),
    ...commentLikes.map(({ authorId }) => authorId),
    ...kept.values(),
  ])
  const on = (postId: string, authorId: string | undefined): OnPost =>
    own.get(postId) ?? { post: postId, by: authorId ? nameOf(authorId) : null }
  const answered = await textsOf(replies)
  return {
    comments: await each(said, async (row) => ({
      on: on(row.postId, row.authorId),
      text: row.text,
      createdAt: row.createdAt,
      ...(row.editedAt ? { editedAt: row.editedAt, earlier: await earlierOf(row.commentId) } : {}),
      ...(isReply(row) ? { answers: answerOf(row, nameOf, answered) } : {}),
    })),
    likes: likes.map(({ postId, authorId, createdAt }) => ({ on: on(postId, authorId), createdAt })),
    commentLikes: commentLikes.map(({ postId, commentId, authorId, createdAt }) => ({
      comment: commentId,
      by: nameOf(authorId),
      // Under a post of somebody whom the like does not name.
      on: own.get(postId) ?? { post: postId, by: null },
      createdAt,
    })),
    bookmarks: bookmarks.map(({ postId, createdAt }) => ({ on: on(postId, kept.get(postId)), createdAt })),
  }
}

function answerOf({ parentId, parentUserId }: Comment.ReplyRow, nameOf: NameOf, texts: Map<string, string>) {
  return { by: nameOf(parentUserId), text: texts.get(parentId) ?? null }
}

/** What the comments said that were answered. */
async function textsOf(replies: readonly Comment.ReplyRow[]) {
  const keys = replies.map(({ postId, parentId }) => ({ postId, commentId: parentId }))
  const unique = [...new Map(keys.map((key) => [key.commentId, key])).values()]
  const found = await batch(unique, (left) => table().comment.get(left).go())
  return new Map(found.map(({ commentId, text }) => [commentId, text]))
}

async function earlierOf(commentId: string) {
  const edits = await all((page) => table().commentEdit.query.byComment({ commentId }).go(page))
  return edits.map(({ text, createdAt }) => ({ text, until: createdAt }))
}
