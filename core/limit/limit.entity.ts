import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** How often something happened in one window of time. */
export const LimitEntity = new Entity({
  model: { entity: "rateLimit", version: "1", service: "ichimai" },
  attributes: {
    key: { type: "string", required: true },
    window: { type: "number", required: true },
    count: { type: "number", required: true, default: 0 },
    expires: { type: "number", required: true },
  },
  indexes: { byWindow: primaryKey("RL#{key}#{window}", "R") },
})
