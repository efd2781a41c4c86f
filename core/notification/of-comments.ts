import { mentionsIn } from "../text-parts.schema"
import { mentioned } from "./mentioned"
import type { Kind } from "./notification.schema"
import { tell } from "./tell"
import { untell } from "./untell"

export type CommentRow = {
  commentId: string
  postId: string
  userId: string
  /** Whose post it stands under. */
  authorId: string
  text: string
  createdAt: string
  /** Of a reply: the comment that it answers, and who wrote that. */
  parentId?: string
  parentUserId?: string
}

/** Somebody writes, changes or removes a comment or a reply: whom it concerns is told, once for each comment. */
export async function commented(
  before: CommentRow | undefined,
  after: CommentRow | undefined,
): Promise<void> {
  if (before && after && before.text === after.text) return
  const [had, has] = await Promise.all([concerned(before), concerned(after)])
  for (const [userId, kinds] of has) if (after) await say(after, userId, kinds)
  const gone = [...had.keys()].filter((userId) => !has.has(userId))
  for (const userId of gone) if (before) await untell(told(before, userId))
}

const told = ({ userId: actorId, commentId }: CommentRow, userId: string) => ({
  userId,
  actorId,
  topic: `comment:${commentId}`,
  factId: commentId,
})

/** Whom a comment concerns, and what it is to them, the most telling first. */
async function concerned(row: CommentRow | undefined): Promise<Map<string, Kind[]>> {
  const found = new Map<string, Kind[]>()
  if (!row) return found
  const add = (userId: string, kind: Kind) => found.set(userId, [...(found.get(userId) ?? []), kind])
  if (row.parentUserId) add(row.parentUserId, "reply")
  add(row.authorId, "comment")
  for (const userId of await mentioned(mentionsIn(row.text))) add(userId, "mention")
  return found
}

async function say(row: CommentRow, userId: string, kinds: readonly Kind[]) {
  const { commentId, postId, parentId, text, createdAt: at } = row
  const about = { postId, commentId, ...(parentId ? { parentId } : {}) }
  await tell({ ...told(row, userId), kinds, at, text, about }, (t) =>
    parentId
      ? t.reply
          .check({ parentId, commentId })
          .where((reply, { eq }) => eq(reply.text, text))
          .commit()
      : t.comment
          .check({ postId, commentId })
          .where((comment, { eq }) => eq(comment.text, text))
          .commit(),
  )
}
