import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** A photo that a guest sent through a link, until the album's managers decide about it. */
export const GuestPhotoEntity = new Entity({
  model: { entity: "guestPhoto", version: "1", service: "ichimai" },
  attributes: {
    albumId: { type: "string", required: true },
    photoId: { type: "string", required: true },
    /** Whose album it is, and so whose photo. */
    userId: { type: "string", required: true },
    /** The link that it came through. */
    shareId: { type: "string", required: true },
    /** What the guest called themself: a text, and proof of nothing. */
    name: { type: "string", required: true },
    /** Hash of what the guest's browser keeps, to go on with the upload or take it back. */
    keyHash: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  /** An album's queue, the oldest first. */
  indexes: { byAlbum: primaryKey("ALBUM#{albumId}#GUESTS", "{photoId}") },
})

/** What a guest wrote under a post through a link, until the post's author decides about it. */
export const GuestCommentEntity = new Entity({
  model: { entity: "guestComment", version: "1", service: "ichimai" },
  attributes: {
    /** Whose post it is. */
    userId: { type: "string", required: true },
    /** The id that the comment has once it is approved. */
    commentId: { type: "string", required: true },
    postId: { type: "string", required: true },
    /** The link that it came through. */
    shareId: { type: "string", required: true },
    /** What the guest called themself: a text, and proof of nothing. */
    name: { type: "string", required: true },
    text: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    /** When it goes, if nobody decides. */
    expires: { type: "number", required: true },
  },
  indexes: {
    /** An author's queue, the oldest first. */
    byAuthor: primaryKey("USER#{userId}#GUESTWORDS", "{commentId}"),
    /** What goes with a post that is deleted. */
    byPost: indexKey("gsi1", "POST#{postId}#GUESTWORDS", "{commentId}"),
    /** What goes with a link that is ended. */
    byShare: indexKey("gsi2", "SHARE#{shareId}#GUESTWORDS", "{commentId}"),
  },
})
