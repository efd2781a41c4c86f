import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { text } from "../text.schema"
import { AuthorView } from "../user/user.schema"

export const maxComment = 1000

/** Stands for who wrote a comment, where that person is gone and only the answers are left. */
export const nobody = "nobody"
const noId = `usr_${"0".repeat(26)}`
/** What is shown of them. */
export const gone = { id: noId, handle: "", name: "" }

/** A comment under a post, or a reply to one. */
export const CommentView = z.object({
  id: idOf("comment"),
  postId: idOf("post"),
  /** The comment that it answers, where it is a reply. */
  parentId: idOf("comment").optional(),
  author: AuthorView,
  /** The guest who wrote it through a link, as they called themself: no account of ours. */
  guest: z.string().optional(),
  /** Its writer is gone, with all of it but its place: what others answered stands below. */
  deleted: z.literal(true).optional(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
  counts: z.object({ likes: z.int(), replies: z.int() }),
  /** The decision by which nobody else sees it: for who wrote it, and for moderators. */
  decision: idOf("decision").optional(),
  /** What it is to the one who asks. */
  viewer: z.object({ own: z.boolean(), liked: z.boolean(), mayDelete: z.boolean() }),
})
export type CommentView = z.output<typeof CommentView>

/** What a comment said before, the last first. */
export const CommentHistory = z.object({
  items: z.array(z.object({ text: z.string(), until: z.iso.datetime() })),
})
export type CommentHistory = z.output<typeof CommentHistory>

const words = text(maxComment, 1)

export const CommentInput = z.strictObject({ commentId: idOf("comment") })
export const WriteComment = z.strictObject({ postId: idOf("post"), text: words })
export const WriteReply = z.strictObject({ commentId: idOf("comment"), text: words })
export const EditComment = z.strictObject({ commentId: idOf("comment"), text: words })
export const CommentsOf = PageInput.extend({ postId: idOf("post") })
export const RepliesTo = PageInput.extend({ commentId: idOf("comment") })
