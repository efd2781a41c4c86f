import { type Actor, userIdOf } from "../actor"
import { Post } from "../post"
import { Relation } from "../relation"
import { batch, table } from "../table"
import { marked } from "../table/among"
import { fold } from "../text-fold"
import { User } from "../user"
import type { CommentRow, ReplyRow } from "./comment"
import type { CommentView } from "./comment.schema"

export type Row = CommentRow | ReplyRow

/** Who may take a comment away: whoever wrote it, and whose post it stands under. */
export const mayDelete = (actor: Actor, { userId, authorId }: Row) =>
  userIdOf(actor) === userId || userIdOf(actor) === authorId

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
    const author = authors.get(row.userId)
    if (!author || relations.blocked.has(row.userId)) return []
    const own = userIdOf(actor) === row.userId
    if (!own && !byName && isUnwanted(row, relations)) return []
    return [
      {
        id: row.commentId,
        postId: row.postId,
        ...("parentId" in row ? { parentId: row.parentId } : {}),
        author: User.author(author),
        text: row.text,
        createdAt: row.createdAt,
        ...(row.editedAt ? { editedAt: row.editedAt } : {}),
        counts: { likes: row.likes, replies: "replies" in row ? row.replies : 0 },
        viewer: { own, liked: liked.has(row.commentId), mayDelete: mayDelete(actor, row) },
      },
    ]
  })
}

function isUnwanted({ userId, text }: Row, { muted, words }: Relation.Relations): boolean {
  const folded = words.length > 0 ? fold(text) : ""
  return muted.has(userId) || words.some((word) => folded.includes(word))
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

/** @returns a comment that the actor may see, as row and as view; undefined when there is none */
export async function visible(
  actor: Actor,
  commentId: string,
): Promise<{ row: Row; view: CommentView } | undefined> {
  const row = await rowOf(commentId)
  if (!row) return undefined
  const [isVisible, [view]] = await Promise.all([
    Post.isVisible(actor, row.postId),
    views(actor, [row], { byName: true }),
  ])
  return isVisible && view ? { row, view } : undefined
}
