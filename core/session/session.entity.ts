import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** A signed-in device. The row is the authority: without it the cookie is worth nothing. */
export const SessionEntity = new Entity({
  model: { entity: "session", version: "1", service: "ichimai" },
  attributes: {
    sessionId: { type: "string", required: true },
    userId: { type: "string", required: true },
    role: { type: ["member", "moderator", "admin"] as const, required: true },
    userAgent: { type: "string", required: true, default: "" },
    createdAt: { type: "string", required: true },
    lastSeenAt: { type: "string", required: true },
    /** Whether its person had been away for long when it was opened, and has not looked at home since. */
    returned: { type: "boolean" },
    /** Wants to link an account of a provider: asked for in the settings, taken by the return from there. */
    linkIntent: {
      type: "map",
      properties: {
        provider: { type: "string", required: true },
        expires: { type: "number", required: true },
      },
    },
    expires: { type: "number", required: true },
  },
  indexes: {
    byId: primaryKey("SESS#{sessionId}", "S"),
    /** Settings: the devices of a person. */
    byUser: indexKey("gsi1", "USER#{userId}#AUTH", "SESS#{createdAt}"),
  },
})
