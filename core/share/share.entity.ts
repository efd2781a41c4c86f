import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/**
 * A link that opens one post or one album to whoever has it. It is found by its token's hash; the token itself is
 * sealed, for whoever made the link to copy it again.
 */
export const ShareEntity = new Entity({
  model: model("share"),
  attributes: {
    hash: { type: "string", required: true },
    shareId: { type: "string", required: true },
    sealed: { type: "string", required: true },
    /** The post or album that it opens. */
    targetId: { type: "string", required: true },
    /** Who made it. */
    userId: { type: "string", required: true },
    kind: { type: ["view", "contribute"] as const, required: true },
    name: { type: "string", required: true },
    /** As passwords of accounts are kept. */
    passwordHash: { type: "string" },
    noDownload: { type: "boolean" },
    noCamera: { type: "boolean" },
    /** Whether guests may write under what it opens. */
    comments: { type: "boolean" },
    createdAt: { type: "string", required: true },
    /** From then on it opens nothing. */
    endsAt: { type: "string" },
    /** About when it was last opened: to the hour. */
    usedAt: { type: "string" },
    /** When the row goes; until then who comes too late is told so. */
    expires: { type: "number" },
  },
  indexes: {
    byHash: primaryKey("SHARE#{hash}", "S"),
    /** The links to a post or an album. */
    byTarget: indexKey("gsi1", "TARGET#{targetId}#SHARES", "{shareId}"),
  },
})

/** Where a link is to be found by its id, and by who made it. */
export const SharePlaceEntity = new Entity({
  model: model("sharePlace"),
  attributes: {
    shareId: { type: "string", required: true },
    hash: { type: "string", required: true },
    userId: { type: "string", required: true },
    expires: { type: "number" },
  },
  indexes: {
    byId: primaryKey("SHARE#{shareId}", "META"),
    /** Deletion of the account, export. */
    byUser: indexKey("gsi1", "USER#{userId}#SHARES", "{shareId}"),
  },
})

/** What is left of a link that was revoked: that it was one. */
export const ShareEndedEntity = new Entity({
  model: model("shareEnded"),
  attributes: {
    hash: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byHash: primaryKey("SHARE#{hash}", "ENDED") },
})
