import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A public post carries a tag. Made from the post by the stream. */
export const TagRowEntity = new Entity({
  model: model("tagRow"),
  attributes: {
    tag: { type: "string", required: true },
    postId: { type: "string", required: true },
    userId: { type: "string", required: true },
  },
  indexes: { byTag: primaryKey("TAG#{tag}", "{postId}") },
})

/** What is known of a tag: how it is written, how often it is used and followed, its newest post. */
export const TagEntity = new Entity({
  model: model("tag"),
  attributes: {
    tag: { type: "string", required: true },
    /** As it was first written. */
    label: { type: "string", required: true },
    posts: { type: "number", required: true, default: 0 },
    followers: { type: "number", required: true, default: 0 },
    newestPostId: { type: "string" },
    /** Whether it has too many followers for a feed row each; see the feed. */
    large: { type: "boolean" },
  },
  indexes: { byTag: primaryKey("TAG#{tag}#META", "META") },
})

/** A person follows a tag. */
export const TagFollowEntity = new Entity({
  model: model("tagFollow"),
  attributes: {
    userId: { type: "string", required: true },
    tag: { type: "string", required: true },
    followId: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#TAGS", "{tag}"),
    /** Whose feeds a post with the tag goes to. */
    byTag: indexKey("gsi1", "TAG#{tag}#FOLLOWERS", "{followId}"),
  },
})
