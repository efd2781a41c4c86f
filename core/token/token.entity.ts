import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/**
 * A one-time token, kept as its hash. The token itself is derived from `seed` with a secret,
 * so that the mail can be written from the stream and a stolen table opens nothing.
 */
export const TokenEntity = new Entity({
  model: { entity: "oneTimeToken", version: "1", service: "ichimai" },
  attributes: {
    hash: { type: "string", required: true },
    seed: { type: "string", required: true },
    keyId: { type: "string", required: true },
    /** `known` tells somebody who signs up again; `void` is written for strangers, to take the same time. */
    purpose: { type: ["verify", "reset", "known", "void"] as const, required: true },
    userId: { type: "string" },
    email: { type: "string" },
    /** Which password a link replaces: it is void once that has changed. */
    replaces: { type: "string" },
    locale: { type: ["en", "ja"] as const, required: true },
    expires: { type: "number", required: true },
  },
  indexes: {
    byHash: primaryKey("OTT#{hash}", "T"),
    /** Deletion of the account: the links that were mailed to a person. */
    byUser: {
      ...indexKey("gsi1", "USER#{userId}#AUTH", "OTT#{hash}"),
      condition: (token: Record<string, unknown>) => Boolean(token.userId),
    },
  },
})
