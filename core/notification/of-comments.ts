import { nobody } from "../comment/comment.schema"
import { Mention } from "../mention"
import { mentionsIn } from "../text-parts.schema"
import { mentioned, mostTold } from "./mentioned"
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
  /** Of a guest's: what they called themself. Nobody is told of it; whose post it is approved it. */
  guest?: object
}

/** Somebody writes, changes or removes a comment or a reply: whom it concerns is told, once for each comment. */
export async function commented(
  before: CommentRow | undefined,
  after: CommentRow | undefined,
): Promise<void> {
  if (before && after && before.text === after.text && before.parentUserId === after.parentUserId) return
  const [had, has] = await Promise.all([concerned(before), concerned(after)])
  if (after && after.userId !== nobody) await Mention.keep(subject(after), await linked(after, has))
  else if (before) await Mention.forgetText(before.commentId, await linked(before, had))
  for (const [userId, kinds] of has) if (after && !after.guest) await say(after, userId, kinds)
  const gone = [...had.keys()].filter((userId) => !has.has(userId))
  for (const userId of gone) if (before) await untell(told(before, userId))
}

/** All whom a text links to; of many, only some are told. */
const linked = async (row: CommentRow, people: Map<string, Kind[]>) => {
  const handles = mentionsIn(row.text)
  if (handles.length > mostTold) return mentioned(handles)
  return [...people].flatMap(([userId, kinds]) => (kinds.includes("mention") ? [userId] : []))
}

const subject = (row: CommentRow): Mention.Subject => ({
  subjectId: row.commentId,
  postId: row.postId,
  actorId: row.userId,
  parentId: row.parentId,
})

const told = ({ userId: actorId, commentId }: CommentRow, userId: string) => ({
  userId,
  actorId,
  topic: `comment:${commentId}`,
  factId: commentId,
})

/** Whom a comment concerns, and what it is to them, the most telling first. */
async function concerned(row: CommentRow | undefined): Promise<Map<string, Kind[]>> {
  const found = new Map<string, Kind[]>()
  if (!row || row.userId === nobody) return found
  const add = (userId: string, kind: Kind) => found.set(userId, [...(found.get(userId) ?? []), kind])
  if (row.parentUserId && row.parentUserId !== nobody) add(row.parentUserId, "reply")
  if (!row.guest) add(row.authorId, "comment")
  for (const userId of await mentioned(mentionsIn(row.text).slice(0, mostTold))) add(userId, "mention")
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
