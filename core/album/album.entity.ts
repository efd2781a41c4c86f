import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"
import { AlbumOrder, AlbumRole } from "./album.schema"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

export const AlbumEntity = new Entity({
  model: model("album"),
  attributes: {
    albumId: { type: "string", required: true },
    /** Whose it is, as are all that lie in it. */
    userId: { type: "string", required: true },
    parentId: { type: "string" },
    title: { type: "string", required: true },
    description: { type: "string", required: true, default: "" },
    /** Whom its owner chose it for; members see it besides. */
    visibility: { type: ["public", "followers", "private"] as const, required: true },
    order: { type: AlbumOrder.options, required: true, default: "hand" },
    /** The post that its owner chose for the cover. */
    coverPostId: { type: "string" },
    /** The first posts in its order: what a cover is chosen from. Settled after each change. */
    head: { type: "list", items: { type: "string" }, required: true, default: [] },
    items: { type: "number", required: true, default: 0 },
    members: { type: "number", required: true, default: 0 },
    /** How many albums lie in it. */
    albums: { type: "number", required: true, default: 0 },
    /** The highest rank that was ever given at its end. */
    lastRank: { type: "string" },
    /** Counts the changes of its items: whoever ranks some has seen the last one. */
    change: { type: "number", required: true, default: 0 },
    requestId: traced,
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    byId: primaryKey("ALBUM#{albumId}", "META"),
    /** All of a person, wherever they lie: to add a post to, and what they take along when they leave. */
    byUser: indexKey("gsi1", "USER#{userId}#ALBUMS", "{albumId}"),
  },
})

/** An album lies in another, or is among the outermost of a person, whose id then stands for the other. */
export const AlbumChildEntity = new Entity({
  model: model("albumChild"),
  attributes: {
    parentId: { type: "string", required: true },
    albumId: { type: "string", required: true },
    userId: { type: "string", required: true },
  },
  /** The albums of a profile, and those above the photos of an album. */
  indexes: { byParent: primaryKey("ALBUM#{parentId}", "CHILD#{albumId}") },
})

/** How the albums of a person lie in one another changes one at a time: each change has seen the last one. */
export const AlbumTreeEntity = new Entity({
  model: model("albumTree"),
  attributes: {
    userId: { type: "string", required: true },
    albums: { type: "number", required: true, default: 0 },
    change: { type: "number", required: true, default: 0 },
  },
  indexes: { byUser: primaryKey("USER#{userId}", "ALBUMS") },
})

/** A post at its place in an album: written and removed with {@link AlbumPlaceEntity}. */
export const AlbumItemEntity = new Entity({
  model: model("albumItem"),
  attributes: {
    albumId: { type: "string", required: true },
    rank: { type: "string", required: true },
    postId: { type: "string", required: true },
    /** Whose post it is, who alone can add it. */
    userId: { type: "string", required: true },
    addedAt: { type: "string", required: true },
  },
  /** An album ordered by hand. */
  indexes: { byRank: primaryKey("ALBUM#{albumId}", "ITEM#{rank}#{postId}") },
})

/** That a post is in an album: what opens it to members, hence under a key of its own that is read consistently. */
export const AlbumPlaceEntity = new Entity({
  model: model("albumPlace"),
  attributes: {
    postId: { type: "string", required: true },
    albumId: { type: "string", required: true },
    rank: { type: "string", required: true },
    userId: { type: "string", required: true },
    addedAt: { type: "string", required: true },
  },
  indexes: {
    byPost: primaryKey("POST#{postId}#ALBUMS", "{albumId}"),
    /** An album ordered by time. */
    byDate: indexKey("gsi1", "ALBUM#{albumId}#DATES", "{postId}"),
  },
})

export const AlbumMemberEntity = new Entity({
  model: model("albumMember"),
  attributes: {
    albumId: { type: "string", required: true },
    userId: { type: "string", required: true },
    role: { type: AlbumRole.options, required: true },
    /** Who added them. */
    addedBy: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byAlbum: primaryKey("ALBUM#{albumId}", "MEMBER#{userId}"),
    /** Shared with me. */
    byUser: indexKey("gsi1", "USER#{userId}#MEMBEROF", "{albumId}"),
    /** Whom a person added, wherever: forgotten when they leave. */
    byAdder: indexKey("gsi2", "USER#{addedBy}#ADDED", "{albumId}#{userId}"),
  },
})

/** An album is deleted, and what was in it is being removed. Gone when all is. */
export const AlbumGoneEntity = new Entity({
  model: model("albumGone"),
  attributes: {
    albumId: { type: "string", required: true },
    userId: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    byId: primaryKey("ALBUM#{albumId}", "GONE"),
    /** Those that are not done, the longest untouched first. */
    unfinished: indexKey("gsi2", "ALBUMGONE", "{updatedAt}"),
  },
})
