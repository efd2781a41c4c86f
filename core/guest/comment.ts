import type { EntityItem } from "electrodb"
import { type Actor, addressOf } from "../actor"
import { Comment } from "../comment"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import { Share } from "../share"
import { transact } from "../table"
import { listOf } from "../table/list"
import { days, epoch, now } from "../time"
import {
  type GuestCommentSent,
  GuestCommentsOf,
  type LinkedComment,
  WriteGuestComment,
} from "./comment.schema"
import type { GuestCommentEntity } from "./guest.entity"

export type GuestCommentRow = EntityItem<typeof GuestCommentEntity>

/** Comments that one address, and that all guests together, may write through one link in a day. */
const commentsOfGuest = 30
const commentsOfLink = 300
/** How long a comment waits for somebody to decide about it. */
const patience = days(90)

/**
 * Writes under a post through a link that takes comments. It waits until the post's author approves it, and is seen by
 * nobody else before.
 * @throws AppError as `Share.post`; `forbidden` through a link that takes none, where comments are closed, and for who
 * is signed in and may see the post: they comment as themselves; `rate_limited`
 */
export const comment = operation(
  WriteGuestComment,
  async (actor, { token, postId, name, text }): Promise<GuestCommentSent> => {
    const { link, seen } = await commented(actor, token, postId)
    if (!seen.row.commentsAllowed) throw closed()
    if (actor.kind === "user" && (await Post.isVisible(actor, postId)))
      throw new AppError("forbidden", { reason: "comment_as_yourself" })
    const { shareId, hash } = link
    await limit(["guest-comment", shareId, addressOf(actor)], commentsOfGuest, days(1), "guest_comments")
    await limit(["guest-comment", shareId], commentsOfLink, days(1), "guest_comments")
    const createdAt = now()
    const said = { postId, shareId, name, text, createdAt, expires: epoch(patience) }
    // Asked once more with the write itself: a link that ends in this moment takes nothing.
    const codes = await transact((t) => [
      t.share
        .check({ hash })
        .where((row, { eq }) => eq(row.comments, true))
        .commit(),
      t.post
        .check({ postId })
        .where((row, { eq }) => eq(row.commentsAllowed, true))
        .commit(),
      t.guestComment.create({ userId: seen.row.userId, commentId: newId("comment"), ...said }).commit(),
    ])
    if (codes) throw new AppError("conflict")
    return { state: "waiting", sentAt: createdAt }
  },
)

/**
 * What guests said under a post, for who has the link: never what members said, whose names are not the link's to give.
 * @throws AppError as `comment`, but for closed comments: what was said stays
 */
export const comments = operation(
  GuestCommentsOf,
  async (actor, { token, postId, ...page }): Promise<Page<LinkedComment>> => {
    await commented(actor, token, postId)
    return listOf<Comment.CommentRow, LinkedComment>({
      list: `guests-under-${postId}`,
      page,
      read: (after, count) => Comment.guestsUnder(postId, after, count),
      idOf: ({ commentId }) => commentId,
      show: async (rows) =>
        rows.filter(Comment.isOfGuest).flatMap(({ commentId: id, guest, text, createdAt, moderation }) => {
          return moderation ? [] : [{ id, name: guest.name, text, createdAt }]
        }),
    })
  },
)

const closed = () => new AppError("forbidden", { reason: "comments_closed" })

/** A post under which a link takes comments: asked by every call, so that a link that ends stops them. */
async function commented(actor: Actor, token: string, postId: string) {
  const found = await Share.through(actor, token, postId)
  if (!found.link.comments) throw new AppError("forbidden", { reason: "link_no_comments" })
  return found
}
