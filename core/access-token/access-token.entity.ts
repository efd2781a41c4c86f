import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** What an API client shows instead of a session, kept as its hash: a stolen table opens nothing. */
export const AccessTokenEntity = new Entity({
  model: { entity: "accessToken", version: "1", service: "ichimai" },
  attributes: {
    hash: { type: "string", required: true },
    tokenId: { type: "string", required: true },
    userId: { type: "string", required: true },
    name: { type: "string", required: true },
    scopes: { type: "list", items: { type: "string" }, required: true },
    createdAt: { type: "string", required: true },
    /** The day of its last use. */
    lastUsedOn: { type: "string" },
    expires: { type: "number" },
  },
  indexes: {
    byHash: primaryKey("TOK#{hash}", "T"),
    /** Settings: the tokens of a person. */
    byUser: indexKey("gsi1", "USER#{userId}#AUTH", "TOK#{tokenId}"),
  },
})
