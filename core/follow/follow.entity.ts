import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** One person follows another, or asks to. */
export const FollowEntity = new Entity({
  model: model("follow"),
  attributes: {
    followerId: { type: "string", required: true },
    followeeId: { type: "string", required: true },
    state: { type: ["active", "requested"] as const, required: true },
    /** Orders the lists of followers and of requests; a new one when a request is accepted. */
    followId: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byFollower: primaryKey("USER#{followerId}#FOLLOWING", "{followeeId}"),
    /** The followers of a person, and the requests that wait for them, newest first. */
    byFollowee: indexKey("gsi1", "USER#{followeeId}#FOLLOWERS#{state}", "{followId}"),
  },
})

/** A person follows an account, or a tag, whose followers are too many for a feed row each: it is pulled. */
export const LargeFollowEntity = new Entity({
  model: model("largeFollow"),
  attributes: {
    userId: { type: "string", required: true },
    kind: { type: ["USER", "TAG"] as const, required: true },
    /** A user id or a tag. */
    source: { type: "string", required: true },
    /** The newest post of it that the feed has been given. */
    pulled: { type: "string" },
  },
  indexes: { byUser: primaryKey("USER#{userId}#LARGE", "{kind}#{source}") },
})
