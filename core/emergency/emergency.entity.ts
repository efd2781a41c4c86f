import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** The break glass: one row a stage, of what an operator has narrowed. Where it is missing, nothing is. */
export const EmergencyEntity = new Entity({
  model: { entity: "emergency", version: "1", service: "ichimai" },
  attributes: {
    /** Always `now`. */
    row: { type: ["now"] as const, required: true },
    mode: { type: ["normal", "read-only", "uploads-paused", "signups-closed"] as const },
    reason: { type: "string" },
    /** When the mode ends by itself. */
    until: { type: "string" },
    since: { type: "string" },
    by: { type: "string" },
    /** Sessions that were opened until then open nothing. */
    sessionsEndedAt: { type: "string" },
    /** Access tokens that were made until then open nothing. */
    tokensEndedAt: { type: "string" },
  },
  indexes: { byRow: primaryKey("EMERGENCY", "{row}") },
})
