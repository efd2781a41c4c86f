import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

const attributes = {
  commentId: { type: "string", required: true },
  postId: { type: "string", required: true },
  /** Who wrote it. */
  userId: { type: "string", required: true },
  /** Whose post it stands under. */
  authorId: { type: "string", required: true },
  text: { type: "string", required: true },
  likes: { type: "number", required: true, default: 0 },
  /** The decision that hides it from everybody but who wrote it. */
  moderation: { type: "map", properties: { hidden: { type: "string" } } },
  requestId: traced,
  createdAt: { type: "string", required: true },
  editedAt: { type: "string" },
} as const

/** A comment under a post. */
export const CommentEntity = new Entity({
  model: model("comment"),
  attributes: {
    ...attributes,
    replies: { type: "number", required: true, default: 0 },
    /** The guest who wrote it, as they called themself, through a link; `userId` is who approved it then. */
    guest: {
      type: "map",
      properties: {
        name: { type: "string", required: true },
        shareId: { type: "string", required: true },
      },
    },
    /** Of a guest's: the post, so that those are found alone. */
    guestsOf: { type: "string" },
  },
  indexes: {
    byPost: primaryKey("POST#{postId}#C", "{commentId}"),
    /** What guests said under a post: the pages of links, which show nobody else. */
    byGuests: indexKey("gsi2", "POST#{guestsOf}#GUESTSAID", "{commentId}"),
    /** A person's comments: export, deletion of the account. */
    byUser: indexKey("gsi1", "USER#{userId}#COMMENTS", "{commentId}"),
  },
})

/** A reply to a comment, one level deep. */
export const ReplyEntity = new Entity({
  model: model("reply"),
  attributes: {
    ...attributes,
    parentId: { type: "string", required: true },
    /** Who wrote the comment that it answers. */
    parentUserId: { type: "string", required: true },
  },
  indexes: {
    byComment: primaryKey("CMT#{parentId}#R", "{commentId}"),
    byUser: indexKey("gsi1", "USER#{userId}#COMMENTS", "{commentId}"),
  },
})

/** Where a comment or a reply is to be found by its id alone. */
export const CommentPlaceEntity = new Entity({
  model: model("commentPlace"),
  attributes: {
    commentId: { type: "string", required: true },
    postId: { type: "string", required: true },
    /** The comment that it answers, where it is a reply. */
    parentId: { type: "string" },
  },
  indexes: { byId: primaryKey("CMT#{commentId}", "META") },
})

/** What a comment said before it was edited. */
export const CommentEditEntity = new Entity({
  model: model("commentEdit"),
  attributes: {
    commentId: { type: "string", required: true },
    editId: { type: "string", required: true },
    text: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: { byComment: primaryKey("CMT#{commentId}", "EDIT#{editId}") },
})

/** A person likes a comment or a reply. */
export const CommentLikeEntity = new Entity({
  model: model("commentLike"),
  attributes: {
    userId: { type: "string", required: true },
    commentId: { type: "string", required: true },
    likeId: { type: "string", required: true },
    /** Whose comment it is. */
    authorId: { type: "string", required: true },
    postId: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#CLIKES", "{commentId}"),
    /** What goes with a comment that is deleted. */
    byComment: indexKey("gsi1", "CMT#{commentId}#LIKES", "{likeId}"),
  },
})
