import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

const card = {
  type: "map",
  properties: {
    photoId: { type: "string", required: true },
    altText: { type: "string", required: true },
    width: { type: "number", required: true },
    height: { type: "number", required: true },
    color: { type: "string", required: true },
    thumbhash: { type: "string", required: true },
    version: { type: "number", required: true },
    /** Whether the CDN has the variants; until then they are shown through the checked address. */
    public: { type: "boolean", required: true },
    /** Names the copies at the CDN; raised whenever the post leaves the public. See `Photo.editionOf`. */
    edition: { type: "number" },
    /** What its author shows besides the picture; of a photo they say nothing of, there is none. */
    camera: { type: "any" },
    place: { type: "any" },
  },
} as const

/** How many partitions the latest posts are spread over. */
export const latestShards = 4

export const PostEntity = new Entity({
  model: model("post"),
  attributes: {
    postId: { type: "string", required: true },
    userId: { type: "string", required: true },
    caption: { type: "string", required: true },
    photos: { type: "list", items: card, required: true },
    requestId: traced,
    /** Whom its author chose it for. */
    visibility: { type: ["public", "followers", "private"] as const, required: true },
    /** Who sees it in effect: of a private account, followers at most. */
    audience: { type: ["public", "followers", "private"] as const, required: true },
    license: { type: "string", required: true, default: "all_rights_reserved" },
    /** Covers the photos until a reader chooses to see them. */
    contentWarning: { type: "string" },
    /** The tags of the caption, folded. */
    tags: { type: "list", items: { type: "string" } },
    commentsAllowed: { type: "boolean", required: true },
    /** What moderators decided about it, each with the decision's id; `held` until somebody has looked at it. */
    moderation: {
      type: "map",
      properties: {
        hidden: { type: "string" },
        covered: { type: "string" },
        closed: { type: "string" },
        held: { type: "string" },
      },
    },
    /** How many counter items there are; grows with heat. */
    countShards: { type: "number", required: true, default: 1 },
    /** Shard of the latest list, from 0. */
    latest: { type: "number", required: true },
    /** Whether it was brought in from an archive, with its own time: nobody is told of it, and no feed is given it. */
    past: { type: "boolean" },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
    /** The guest who sent the photo, as they called themself. */
    guest: { type: "string" },
    /** When what readers are shown was last changed after publishing. */
    editedAt: { type: "string" },
  },
  indexes: {
    byId: primaryKey("POST#{postId}", "META"),
    /** Profile: the posts of a person, newest first. */
    byUser: indexKey("gsi1", "USER#{userId}#POSTS", "{postId}"),
    /** Explore: the latest public posts. */
    latest: {
      ...indexKey("gsi3", "LATEST#{latest}", "{postId}"),
      condition: (post: Record<string, unknown>) => post.audience === "public",
    },
  },
})

export const PostCountEntity = new Entity({
  model: model("postCount"),
  attributes: {
    postId: { type: "string", required: true },
    shard: { type: "number", required: true },
    likes: { type: "number", required: true, default: 0 },
    comments: { type: "number", required: true, default: 0 },
  },
  indexes: { byShard: primaryKey("POST#{postId}", "COUNT#{shard}") },
})

/** A caption as it was before it was edited. */
export const PostEditEntity = new Entity({
  model: model("postEdit"),
  attributes: {
    postId: { type: "string", required: true },
    editId: { type: "string", required: true },
    caption: { type: "string", required: true },
    /** When another took its place. */
    createdAt: { type: "string", required: true },
  },
  indexes: { byPost: primaryKey("POST#{postId}", "EDIT#{editId}") },
})

/** An account was closed or opened, and its posts follow: how far that is. Gone when all have. */
export const AudienceSweepEntity = new Entity({
  model: model("audienceSweep"),
  attributes: {
    userId: { type: "string", required: true },
    /** Another change of the account begins anew under another id. */
    sweepId: { type: "string", required: true },
    /** The posts from this one on are done; newest first. */
    below: { type: "string" },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}", "SWEEP"),
    /** Those that are not done, the longest untouched first. */
    unfinished: indexKey("gsi2", "SWEEP", "{updatedAt}"),
  },
})
