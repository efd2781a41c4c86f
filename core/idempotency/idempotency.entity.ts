import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** The answer to a write that carried an Idempotency-Key, kept for a day. */
export const IdempotencyEntity = new Entity({
  model: { entity: "idempotency", version: "1", service: "ichimai" },
  attributes: {
    actor: { type: "string", required: true },
    key: { type: "string", required: true },
    /** Keyed hash of method, path and body: another request under the same key is refused. */
    request: { type: "string", required: true },
    /** Absent while the first request is still being answered. */
    answer: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: { byKey: primaryKey("IDEM#{actor}#{key}", "I") },
})
