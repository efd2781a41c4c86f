import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A key of a person's device, of which we have the public half alone. */
export const PasskeyEntity = new Entity({
  model: model("passkey"),
  attributes: {
    userId: { type: "string", required: true },
    /** What the authenticator calls it. */
    credentialId: { type: "string", required: true },
    passkeyId: { type: "string", required: true },
    name: { type: "string", required: true },
    /** COSE, in base64url. */
    publicKey: { type: "string", required: true },
    /** How often it has signed, as it says; 0 for those that do not count, and those that are on several devices. */
    counter: { type: "number", required: true },
    transports: { type: "list", items: { type: "string" } },
    aaguid: { type: "string", required: true },
    /** Whether it is kept in somebody's cloud, and so on all their devices. */
    synced: { type: "boolean", required: true },
    createdAt: { type: "string", required: true },
    lastUsedAt: { type: "string" },
  },
  indexes: { byUser: primaryKey("USER#{userId}", "PASSKEY#{credentialId}") },
})

/** A challenge that was answered. It is not taken again; after its time it would not be anyway. */
export const UsedChallengeEntity = new Entity({
  model: model("usedChallenge"),
  attributes: {
    hash: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byHash: primaryKey("CHALLENGE#{hash}", "C") },
})
