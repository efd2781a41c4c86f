import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/**
 * What stands between a person and another, or a word, read as one list before anything is shown to them.
 * `BLOCK` and `BLOCKEDBY` are the two sides of one block. `LEFT` says that a follow ended: rows of that person's posts
 * are left out of the feed until they are cleaned up. `LARGE` alone says nothing of others: it tells that the person
 * follows something so large that the feed pulls it, so that nobody else's feed need ask.
 */
export const RelationEntity = new Entity({
  model: { entity: "relation", version: "1", service: "ichimai" },
  attributes: {
    userId: { type: "string", required: true },
    kind: { type: ["BLOCK", "BLOCKEDBY", "MUTE", "WORD", "LEFT", "LARGE"] as const, required: true },
    /** The other person's id, or the word; of `LARGE` a dash. */
    target: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    expires: { type: "number" },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#REL", "{kind}#{target}"),
    /** Deletion of the account: who mutes a person. The other kinds have a side of their own. */
    mutes: {
      ...indexKey("gsi1", "USER#{target}#MUTEDBY", "{userId}"),
      condition: (row: Record<string, unknown>) => row.kind === "MUTE",
    },
  },
})
