import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/**
 * A post that is not published yet: as soon as its photos are ready, at a time that was chosen, or, when it is saved,
 * only when its author says so. When it is, the row stays for 30 days as a tombstone that names the post,
 * so that whoever knew the draft finds it.
 */
export const DraftEntity = new Entity({
  model: { entity: "draft", version: "1", service: "ichimai" },
  attributes: {
    draftId: { type: "string", required: true },
    userId: { type: "string", required: true },
    caption: { type: "string", required: true },
    photos: {
      type: "list",
      required: true,
      items: {
        type: "map",
        properties: {
          photoId: { type: "string", required: true },
          altText: { type: "string", required: true },
        },
      },
    },
    visibility: { type: ["public", "followers", "private"] as const, required: true },
    commentsAllowed: { type: "boolean", required: true },
    license: { type: "string" },
    contentWarning: { type: "string" },
    showCamera: { type: "boolean" },
    location: { type: ["off", "region", "town"] as const },
    /** Kept until its author says more. */
    saved: { type: "boolean" },
    /** When it is to be published; empty when it no longer waits for a time, so that it leaves the index. */
    publishAt: { type: "string" },
    /** The queue that it waits in, written with `publishAt`: an index forgets what is not written anew. */
    queue: { type: ["SCHEDULED"] as const },
    /** Why it was not published when its time had come. */
    failure: { type: ["photo_failed", "photo_gone", "photo_used"] as const },
    postId: { type: "string" },
    createdAt: { type: "string", required: true },
    /** Differs after each change; what was read is published or changed only as long as it is the same. */
    updatedAt: { type: "string" },
    expires: { type: "number" },
  },
  indexes: {
    byId: primaryKey("DRAFT#{draftId}", "META"),
    /** The drafts of a person. */
    byUser: indexKey("gsi1", "USER#{userId}#DRAFTS", "{draftId}"),
    /** Those that wait for their time, soonest first. */
    byTime: {
      ...indexKey("gsi2", "{queue}", "{publishAt}"),
      condition: (draft: Record<string, unknown>) => Boolean(draft.publishAt),
    },
  },
})
