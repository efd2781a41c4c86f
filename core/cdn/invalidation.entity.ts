import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** Paths that the CDN is to forget, because what they showed is no longer for everybody. */
export const InvalidationEntity = new Entity({
  model: { entity: "invalidation", version: "1", service: "ichimai" },
  attributes: {
    /** Derived from the fact that it follows from, so that it is asked for once. */
    invalidationId: { type: "string", required: true },
    paths: { type: "list", items: { type: "string" }, required: true },
    state: { type: ["waiting", "asked", "done"] as const, required: true },
    /** The CDN's own name for it, once it was asked. */
    cdnId: { type: "string" },
    /** When the fact happened: within a minute of it nothing may be left at the CDN. */
    since: { type: "string", required: true },
    doneAt: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: {
    byId: primaryKey("CDN#{invalidationId}", "META"),
    /** Those that are not confirmed, oldest first. */
    unfinished: {
      ...indexKey("gsi2", "CDN", "{since}"),
      condition: (row: Record<string, unknown>) => row.state !== "done",
    },
  },
})
