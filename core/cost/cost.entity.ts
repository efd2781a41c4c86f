import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** What one day used, for a bit more than a year. */
export const CostDayEntity = new Entity({
  model: { entity: "costDay", version: "1", service: "ichimai" },
  attributes: {
    /** `2026-11-28`, in UTC. */
    day: { type: "string", required: true },
    /** Until when the logs were read, in milliseconds. */
    until: { type: "number", required: true },
    tally: { type: "any", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byDay: primaryKey("STAGE", "COST#{day}") },
})
