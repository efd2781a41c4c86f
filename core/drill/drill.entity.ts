import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** One rehearsal: what it proved, and when. */
export const DrillEntity = new Entity({
  model: { entity: "drill", version: "1", service: "ichimai" },
  attributes: {
    kind: { type: ["restore", "rollback", "alarm", "dlq", "leak"] as const, required: true },
    /** Sorts by time. */
    drillId: { type: "string", required: true },
    at: { type: "string", required: true },
    /** Who rehearsed. */
    by: { type: "string", required: true },
    ok: { type: "boolean", required: true },
    proof: { type: "any", required: true },
  },
  indexes: { byKind: primaryKey("STAGE", "DRILL#{kind}#{drillId}") },
})
