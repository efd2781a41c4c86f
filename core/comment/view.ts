import { type Actor, moderates, userIdOf } from "../actor"
import { Post } from "../post"
import { Relation } from "../relation"
import { batch, table } from "../table"
import { marked } from "../table/among"
import { fold } from "../text-fold"
import { User } from "../user"
import type { CommentRow, ReplyRow } from "./comment"
import { type CommentView, gone, nobody } from "./comment.schema"

export type Row = CommentRow | ReplyRow

/** Who may take a comment away: whoever wrote it, and whose post it stands under. */
export const mayDelete = (actor: Actor, { userId, authorId }: Row) =>
  userIdOf(actor) === userId || userIdOf(actor) === authorId

/** Who wrote a comment: nobody whom we know, of a guest's. */
export const writerOf = (row: Row): string => (isOfGuest(row) ? nobody : row.userId)

export const isOfGuest = (row: Row): row is CommentRow & { guest: { name: string; shareId: string } } =>
  "guest" in row && row.guest !== undefined

type Reading = {
  /** Whether the reader asked for it by name: then mutes and filtered words leave nothing out. */
  byName?: boolean
}

/**
 * Comments as the actor may see them, in order: without those of people who are gone or hidden, or between whom and the
 * actor there is a block; in lists also without muted people's and those with filtered words. Read in one step.
 */
export async function views(
  actor: Actor,
  rows: readonly Row[],
  { byName = false }: Reading = {},
): Promise<CommentView[]> {
  if (rows.length === 0) return []
  const [authors, relations, liked] = await Promise.all([
    User.people(rows.map(({ userId }) => userId)),
    Relation.of(actor),
    likedAmong(
      actor,
      rows.map(({ commentId }) => commentId),
    ),
  ])
  return rows.flatMap((row) => {
    const own = userIdOf(actor) === writerOf(row)
    // Of a guest's comment: who approved it.
    const answersForIt = userIdOf(actor) === row.userId
    const isHidden = row.moderation?.hidden !== undefined
    if (isHidden && !answersForIt && !moderates(actor)) return []
    if (row.userId === nobody) return "replies" in row && row.replies > 0 ? [emptyView(actor, row)] : []
    const author = authors.get(row.userId)
    if (!author) return []
    if (relations.blocked.has(row.userId) && !isHidden) return []
    if (!own && !byName && isUnwanted(row, relations)) return []
    return [
      {
        id: row.commentId,
        postId: row.postId,
        ...("parentId" in row ? { parentId: row.parentId } : {}),
        ...(isOfGuest(row)
          ? { author: { ...gone, name: row.guest.name }, guest: row.guest.name }
          : { author: User.author(author) }),
        text: row.text,
        createdAt: row.createdAt,
        ...(row.editedAt ? { editedAt: row.editedAt } : {}),
        counts: { likes: row.likes, replies: "replies" in row ? row.replies : 0 },
        viewer: { own, liked: liked.has(row.commentId), mayDelete: mayDelete(actor, row) },
        ...(row.moderation?.hidden ? { decision: row.moderation.hidden } : {}),
      },
    ]
  })
}

/** A comment whose writer is gone, for the sake of its answers. */
const emptyView = (actor: Actor, row: CommentRow): CommentView => ({
  id: row.commentId,
  postId: row.postId,
  author: gone,
  deleted: true,
  text: "",
  createdAt: row.createdAt,
  counts: { likes: 0, replies: row.replies },
  viewer: { own: false, liked: false, mayDelete: mayDelete(actor, row) },
})

function isUnwanted(row: Row, { muted, words }: Relation.Relations): boolean {
  const said = isOfGuest(row) ? `${row.guest.name}\n${row.text}` : row.text
  const folded = words.length > 0 ? fold(said) : ""
  return muted.has(writerOf(row)) || words.some((word) => folded.includes(word))
}

async function likedAmong(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = userIdOf(actor)
  if (userId === undefined) return new Set()
  const commentIds = (rows: { commentId: string }[]) => rows.map(({ commentId }) => commentId)
  return marked(ids, {
    between: async (first, last, count) => {
      const likes = table().commentLike.query.byUser({ userId })
      const range = likes.between({ commentId: first }, { commentId: last })
      return commentIds((await range.go({ limit: count, count })).data)
    },
    each: async (some) => {
      const keys = some.map((commentId) => ({ userId, commentId }))
      return commentIds(await batch(keys, (left) => table().commentLike.get(left).go()))
    },
  })
}

/** @returns the row of a comment or reply by its id, strongly consistent; undefined when there is none */
export async function rowOf(commentId: string): Promise<Row | undefined> {
  const { data: place } = await table().commentPlace.get({ commentId }).go({ consistent: true })
  if (!place) return undefined
  const { postId, parentId } = place
  const { data } = parentId
    ? await table().reply.get({ parentId, commentId }).go({ consistent: true })
    : await table().comment.get({ postId, commentId }).go({ consistent: true })
  return data ?? undefined
}

/** Whether a moderator hid the comment that a reply answers: it goes with that, for everybody but who wrote one of them. */
export async function isBelowHidden(row: Row): Promise<boolean> {
  if (!("parentId" in row)) return false
  const answered = { postId: row.postId, commentId: row.parentId }
  const { data } = await table().comment.get(answered).go({ consistent: true })
  return data?.moderation !== undefined
}

/** @returns a comment that the actor may see, as row and as view; undefined when there is none */
export async function visible(
  actor: Actor,
  commentId: string,
): Promise<{ row: Row; view: CommentView } | undefined> {
  const row = await rowOf(commentId)
  if (!row) return undefined
  const [isVisible, [view], isBelow] = await Promise.all([
    Post.isVisible(actor, row.postId),
    views(actor, [row], { byName: true }),
    isBelowHidden(row),
  ])
  const writers = [row.userId, ...("parentUserId" in row ? [row.parentUserId] : [])]
  const isOut = isBelow && !writers.includes(userIdOf(actor) ?? "") && !moderates(actor)
  return isVisible && view && !isOut ? { row, view } : undefined
}
