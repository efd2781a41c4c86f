import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/**
 * A post that is not published yet. When it is, the row stays for 30 days as a tombstone that names the post,
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
    postId: { type: "string" },
    createdAt: { type: "string", required: true },
    expires: { type: "number" },
  },
  indexes: {
    byId: primaryKey("DRAFT#{draftId}", "META"),
    /** The drafts of a person. */
    byUser: indexKey("gsi1", "USER#{userId}#DRAFTS", "{draftId}"),
  },
})
