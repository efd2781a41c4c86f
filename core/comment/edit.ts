import { requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { table, transact } from "../table"
import { now } from "../time"
import { type CommentHistory, CommentInput, type CommentView, EditComment } from "./comment.schema"
import { visible, writerOf } from "./view"

/** How many earlier versions are shown. */
const shownEdits = 50

/**
 * Changes the words of one's own comment; what it said before stays readable.
 * @throws AppError `not_found`; `conflict` when it was changed in the same moment
 */
export const edit = operation(EditComment, async (actor, { commentId, text }): Promise<CommentView> => {
  const { userId } = requireUser(actor)
  const found = await visible(actor, commentId)
  if (!found || writerOf(found.row) !== userId) throw new AppError("not_found")
  const { row, view } = found
  if (text === row.text) return view
  const editedAt = now()
  const change = { text, editedAt }
  const codes = await transact((t) => [
    t.commentEdit
      .create({ commentId, editId: newId("commentEdit"), text: row.text, createdAt: editedAt })
      .commit(),
    "parentId" in row
      ? t.reply
          .patch({ parentId: row.parentId, commentId })
          .set(change)
          .where((now, { eq }) => eq(now.text, row.text))
          .commit()
      : t.comment
          .patch({ postId: row.postId, commentId })
          .set(change)
          .where((now, { eq }) => eq(now.text, row.text))
          .commit(),
  ])
  if (codes) throw new AppError("conflict")
  return { ...view, ...change }
})

/** What a comment said before, the last first. @throws AppError `not_found` */
export const history = operation(CommentInput, async (actor, { commentId }): Promise<CommentHistory> => {
  if (!(await visible(actor, commentId))) throw new AppError("not_found")
  const { data } = await table()
    .commentEdit.query.byComment({ commentId })
    .go({ order: "desc", limit: shownEdits, count: shownEdits })
  return { items: data.map(({ text, createdAt }) => ({ text, until: createdAt })) }
})
