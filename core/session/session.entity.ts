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
    /** When its person last proved who they are, by a password, a code or a passkey; without, when it was opened. */
    provedAt: { type: "string" },
    /** Where it was opened, as far as the CDN tells. */
    place: {
      type: "map",
      properties: { city: { type: "string" }, country: { type: "string", required: true } },
    },
    /** From a device that its person had not been on before, and nobody has said that it was them. */
    unfamiliar: { type: "boolean" },
    /** Which of its person's devices it was opened on. */
    deviceHash: { type: "string" },
    /** Names the password that its person had when it was opened, or has set in it since. */
    passwordName: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: {
    byId: primaryKey("SESS#{sessionId}", "S"),
    /** Settings: the devices of a person. */
    byUser: indexKey("gsi1", "USER#{userId}#AUTH", "SESS#{createdAt}"),
  },
})

/** A browser that somebody has signed in with: the hash of what its cookie holds, which says nothing to anybody else. */
export const KnownDeviceEntity = new Entity({
  model: { entity: "knownDevice", version: "1", service: "ichimai" },
  attributes: {
    userId: { type: "string", required: true },
    hash: { type: "string", required: true },
    /** The day of the last sign-in. */
    usedOn: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byUser: primaryKey("USER#{userId}", "DEVICE#{hash}") },
})
