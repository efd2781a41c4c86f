import { z } from "zod"
import { maxComment } from "../comment/comment.schema"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { LinkToken } from "../share/share.schema"
import { line, text } from "../text.schema"
import { maxDecided, maxGuestName } from "./guest.schema"

const place = { token: LinkToken, postId: idOf("post") }

export const WriteGuestComment = z.strictObject({
  ...place,
  name: line(maxGuestName, 1),
  text: text(maxComment, 1),
})
/** What a guest is told: nobody sees it until the post's author approves it. */
export const GuestCommentSent = z.object({ state: z.literal("waiting"), sentAt: z.iso.datetime() })
export type GuestCommentSent = z.output<typeof GuestCommentSent>

export const GuestCommentsOf = PageInput.extend(place)
/** A guest's comment, as links show it. */
export const LinkedComment = z.object({
  id: idOf("comment"),
  name: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
})
export type LinkedComment = z.output<typeof LinkedComment>

/** A comment that waits, for whoever decides about it. */
export const WaitingComment = z.object({
  id: idOf("comment"),
  name: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
  post: z.object({ id: idOf("post"), altText: z.string(), picture: PictureView }),
  /** What one called the link that it came through; absent of a link that somebody else made. */
  link: z.string().optional(),
})
export type WaitingComment = z.output<typeof WaitingComment>

export const DecideGuestComments = z.strictObject({
  commentIds: z
    .array(idOf("comment"))
    .min(1, { error: "no_comment" })
    .max(maxDecided, { error: "too_many_comments" })
    .transform((ids) => [...new Set(ids)]),
  decision: z.enum(["approve", "decline"]),
})
