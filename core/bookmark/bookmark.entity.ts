import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** A person keeps a post for later; nobody else knows. */
export const BookmarkEntity = new Entity({
  model: { entity: "bookmark", version: "1", service: "ichimai" },
  attributes: {
    userId: { type: "string", required: true },
    postId: { type: "string", required: true },
    bookmarkId: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#SAVED", "{postId}"),
    /** Saved: the last kept first. */
    byTime: indexKey("gsi1", "USER#{userId}#SAVEDAT", "{bookmarkId}"),
    /** What goes with a post that is deleted. */
    byPost: indexKey("gsi3", "POST#{postId}#SAVED", "{bookmarkId}"),
  },
})
