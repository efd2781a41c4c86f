import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** An account at a provider, and whose it is here. */
export const AccountEntity = new Entity({
  model: { entity: "account", version: "1", service: "ichimai" },
  attributes: {
    provider: { type: ["google", "github", "cognito"] as const, required: true },
    /** What the provider calls it, for good: names and addresses change hands. */
    accountId: { type: "string", required: true },
    userId: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byAccount: primaryKey("ACCT#{provider}#{accountId}", "A"),
    byUser: indexKey("gsi1", "USER#{userId}#AUTH", "ACCT#{provider}"),
  },
})
