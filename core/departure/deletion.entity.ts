import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** Somebody asked for their account to be deleted: when it is due, and how far the erasing is. It names only the id. */
export const DeletionEntity = new Entity({
  model: { entity: "deletion", version: "1", service: "ichimai" },
  attributes: {
    userId: { type: "string", required: true },
    /** `waiting` can be taken back; `settling` is looked over once more a day after everything was erased. */
    state: { type: ["waiting", "erasing", "settling"] as const, required: true },
    requestedAt: { type: "string", required: true },
    /** When the next thing is to be done. */
    dueAt: { type: "string", required: true },
    /** The step that is being done; those before it are. */
    step: { type: "string" },
    /** Who works on it, until when (epoch seconds). */
    leaseUntil: { type: "number" },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}", "DELETION"),
    /** What is due, the longest due first. */
    byDue: indexKey("gsi2", "DELETION", "{dueAt}"),
  },
})
