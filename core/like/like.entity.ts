import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"

/** A person likes a post. */
export const LikeEntity = new Entity({
  model: { entity: "like", version: "1", service: "ichimai" },
  attributes: {
    userId: { type: "string", required: true },
    postId: { type: "string", required: true },
    likeId: { type: "string", required: true },
    /** Whose post it is. */
    authorId: { type: "string", required: true },
    /** Which counter it was counted in. */
    shard: { type: "number", required: true, default: 0 },
    requestId: traced,
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#LIKES", "{postId}"),
    /** Who likes a post, newest first. */
    byPost: indexKey("gsi1", "POST#{postId}#LIKES", "{likeId}"),
  },
})
