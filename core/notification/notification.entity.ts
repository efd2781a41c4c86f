import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { AnyKind } from "./notification.schema"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })
const kinds = AnyKind.options

/**
 * What a person is told: one row for everybody who did the same about one thing, until the reader has read it. The key
 * says what it is about; the index says when something was last added, which moves it to the top.
 */
export const NotificationEntity = new Entity({
  model: model("notification"),
  attributes: {
    userId: { type: "string", required: true },
    /** What it is about, `like:pst_…` say. */
    topic: { type: "string", required: true },
    /** How far the reader had read when it was begun: what comes after the next reading begins another. */
    period: { type: "string", required: true },
    /** A new one whenever somebody is added. */
    notificationId: { type: "string", required: true },
    kind: { type: kinds, required: true },
    /** How many people did it, each counted once. */
    count: { type: "number", required: true },
    /** The last of them, newest first. */
    actors: { type: "list", items: { type: "string" }, required: true },
    /** The decision of a moderator that it is about. */
    decisionId: { type: "string" },
    postId: { type: "string" },
    commentId: { type: "string" },
    albumId: { type: "string" },
    /** The comment that a reply answers. */
    parentId: { type: "string" },
    /** When the last of it happened. */
    at: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: {
    byTopic: primaryKey("NOTIF#{userId}", "{topic}#{period}"),
    byTime: indexKey("gsi1", "NOTIF#{userId}", "{notificationId}"),
  },
})

/** One person's part in a notification: that it is there means that it was counted. */
export const NotificationPartEntity = new Entity({
  model: model("notificationPart"),
  attributes: {
    userId: { type: "string", required: true },
    actorId: { type: "string", required: true },
    topic: { type: "string", required: true },
    /** Of the notification that counts it. */
    period: { type: "string", required: true },
    /** The like, comment or follow that it follows from. */
    factId: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byActor: primaryKey("NOTIF#{userId}#FROM#{actorId}", "{topic}") },
})

/** How far a person has read. */
export const NotificationMarkEntity = new Entity({
  model: model("notificationMark"),
  attributes: {
    userId: { type: "string", required: true },
    upTo: { type: "string", required: true },
  },
  indexes: { byUser: primaryKey("NOTIF#{userId}", "READ") },
})

/** What a person wants to be told of, and whether by mail too. */
export const NotificationSettingsEntity = new Entity({
  model: model("notificationSettings"),
  attributes: {
    userId: { type: "string", required: true },
    /** The kinds that are switched off. */
    off: { type: "list", items: { type: "string" } },
    digest: { type: ["off", "daily"] as const },
    digestHour: { type: "number" },
    /** When the next digest goes out; to move it on is to claim it. */
    dueAt: { type: "string" },
    /** The newest notification that was mailed, or was there when the digest was switched on. */
    digestedTo: { type: "string" },
  },
  indexes: {
    byUser: primaryKey("NOTIF#{userId}", "SETTINGS"),
    /** The digests to come, the next one first. */
    byDue: {
      ...indexKey("gsi2", "DIGEST#{digest}", "{dueAt}#{userId}"),
      condition: (settings: Record<string, unknown>) => settings.digest === "daily",
    },
  },
})
