import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/**
 * A post hangs in somebody's home feed. It says nothing of what may be seen: that is decided when the feed is read.
 * Rows of posts that are gone or hidden stay where they are, unseen, until they expire.
 */
export const FeedRowEntity = new Entity({
  model: model("feedRow"),
  attributes: {
    userId: { type: "string", required: true },
    postId: { type: "string", required: true },
    authorId: { type: "string", required: true },
    /** The followed tag that brought it; without one the reader follows the author, or is the author. */
    tag: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: { byReader: primaryKey("FEED#{userId}", "{postId}") },
})

/** A public post that people like now, ordered by its score. */
export const TrendEntity = new Entity({
  model: model("trend"),
  attributes: {
    score: { type: "string", required: true },
    postId: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byScore: primaryKey("TREND", "{score}#{postId}") },
})

/** With which score a post is among the trending ones, so that its row is found again. */
export const TrendOfPostEntity = new Entity({
  model: model("trendOfPost"),
  attributes: {
    postId: { type: "string", required: true },
    score: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byPost: primaryKey("POST#{postId}", "TREND") },
})
