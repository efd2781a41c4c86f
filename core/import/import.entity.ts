import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** An archive that a person brings in, and how far that is. */
export const ImportEntity = new Entity({
  model: model("import"),
  attributes: {
    importId: { type: "string", required: true },
    userId: { type: "string", required: true },
    kind: { type: ["ichimai", "instagram", "takeout"] as const },
    state: {
      type: ["sending", "reading", "importing", "paused", "done", "failed", "cancelled"] as const,
      required: true,
    },
    reason: { type: "string" },
    files: {
      type: "list",
      required: true,
      items: {
        type: "map",
        properties: {
          name: { type: "string", required: true },
          byteLength: { type: "number", required: true },
          uploadId: { type: "string", required: true },
          arrived: { type: "boolean" },
        },
      },
    },
    options: { type: "any", required: true },
    /** What is to be done, in the order of the plan, and the first that has not been begun. */
    items: { type: "number" },
    next: { type: "number" },
    /** What was begun and waits for its photos. */
    open: { type: "any" },
    total: { type: "number", required: true, default: 0 },
    imported: { type: "number", required: true, default: 0 },
    duplicate: { type: "number", required: true, default: 0 },
    skipped: { type: "number", required: true, default: 0 },
    /** Who works on it, until when (epoch seconds). */
    leaseBy: { type: "string" },
    leaseUntil: { type: "number" },
    /** How many runs in a row have failed at it. */
    tries: { type: "number" },
    /** What it waits for: work, or the time when it goes on; empty for neither. Written with `at`. */
    queue: { type: ["WORK", "LATER", ""] as const, required: true },
    at: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
    endedAt: { type: "string" },
    expires: { type: "number" },
  },
  indexes: {
    /** Settings: the imports of a person. */
    byUser: primaryKey("USER#{userId}#IMPORTS", "{importId}"),
    /** What is to be gone on with, the longest untouched first; and what goes on by itself, the soonest first. */
    byQueue: {
      ...indexKey("gsi2", "IMPORT#{queue}", "{at}"),
      condition: (row: Record<string, unknown>) => Boolean(row.queue),
    },
  },
})

/** What became of one thing of an archive. */
export const ImportEntryEntity = new Entity({
  model: model("importEntry"),
  attributes: {
    importId: { type: "string", required: true },
    userId: { type: "string", required: true },
    entryId: { type: "string", required: true },
    path: { type: "string", required: true },
    outcome: { type: ["imported", "duplicate", "skipped"] as const, required: true },
    reason: { type: "string" },
    postId: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: { byImport: primaryKey("IMPORT#{importId}", "{entryId}") },
})
