import { requireUser } from "../actor"
import { Comment } from "../comment"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Photo } from "../photo"
import { Post } from "../post"
import { Share } from "../share"
import { table, unlessRefused } from "../table"
import { listOf } from "../table/list"
import { epoch } from "../time"
import type { GuestCommentRow } from "./comment"
import { DecideGuestComments, type WaitingComment } from "./comment.schema"

/** What guests wrote under one's posts and one has not decided about, the oldest first. */
export const waitingComments = operation(PageInput, async (actor, page): Promise<Page<WaitingComment>> => {
  const { userId } = requireUser(actor)
  return listOf<GuestCommentRow, WaitingComment>({
    list: `guest-comments-for-${userId}`,
    page,
    read: async (after, count) => {
      const rows = table().guestComment.query.byAuthor({ userId })
      const beyond = after ? rows.gt({ commentId: after }) : rows
      return (await beyond.go({ limit: count, count, consistent: true })).data
    },
    idOf: ({ commentId }) => commentId,
    show: (rows) => views(userId, rows.filter(waits)),
  })
})

/** The table takes what is over away in its own time. */
const waits = ({ expires }: GuestCommentRow) => expires > epoch()

async function views(userId: string, rows: readonly GuestCommentRow[]): Promise<WaitingComment[]> {
  if (rows.length === 0) return []
  const [posts, names] = await Promise.all([
    Post.byIds([...new Set(rows.map(({ postId }) => postId))]),
    Share.namesOf(
      userId,
      rows.map(({ shareId }) => shareId),
    ),
  ])
  const byId = new Map(posts.map((post) => [post.postId, post]))
  return rows.flatMap(({ commentId: id, postId, shareId, name, text, createdAt: sentAt }) => {
    const [card] = byId.get(postId)?.photos ?? []
    if (!card) return []
    const { altText, ...picture } = card
    const link = names.get(shareId)
    const post = { id: postId, altText, picture: Photo.pictureView(picture) }
    return [{ id, name, text, sentAt, post, ...(link ? { link } : {}) }]
  })
}

/**
 * Decides about comments of guests under one's posts. Approved, each is a comment under its post with the same write;
 * declined, it is gone.
 * @returns how many were decided about here; others were already, or their post is gone
 */
export const decideComments = operation(DecideGuestComments, async (actor, { commentIds, decision }) => {
  const { userId } = requireUser(actor)
  let decided = 0
  for (const commentId of commentIds) {
    const key = { userId, commentId }
    if (await (decision === "approve" ? approve(key) : decline(key))) decided++
  }
  return { decided }
})

type Key = { userId: string; commentId: string }

async function approve(key: Key): Promise<boolean> {
  const { data: row } = await table().guestComment.get(key).go({ consistent: true })
  if (!row || !waits(row)) return false
  const { postId, commentId, name, shareId, text, createdAt } = row
  const approved = { postId, commentId, text, createdAt, guest: { name, shareId } }
  const isThere = await Comment.publishOfGuest(approved, (t) => [
    t.guestComment
      .delete(key)
      .where((waiting, { exists }) => exists(waiting.text))
      .commit(),
  ])
  if (!isThere && !(await Post.postRow(postId))) await table().guestComment.delete(key).go()
  return isThere
}

async function decline(key: Key): Promise<boolean> {
  const gone = table()
    .guestComment.remove(key)
    .where((waiting, { exists }) => exists(waiting.text))
  return (await unlessRefused(gone.go())) !== undefined
}
