import { AppError } from "../error"
import { operation } from "../operation"
import { newestSecret, same, secretVersions, sign } from "../secret"
import { UnsubscribeInput } from "./notification.schema"
import { endDigest } from "./settings"

const message = (userId: string) => `unsubscribe|${userId}`

/** What stands in the links of a person's digests. It works as long as the key it was signed with. */
export function unsubscribeToken(userId: string): string {
  const key = newestSecret("TokenKey")
  return `${userId}.${key.id}.${sign(key.value, message(userId))}`
}

/**
 * Ends the digest of whom a link was mailed to, without signing in. Twice is once.
 * @throws AppError `not_found` when the link is not ours, or too old
 */
export const unsubscribe = operation(
  UnsubscribeInput,
  async (_, { token }): Promise<void> => {
    const [userId = "", keyId, mac = ""] = token.split(".")
    const key = secretVersions("TokenKey").find(({ id }) => id === keyId)
    if (!key || !same(mac, sign(key.value, message(userId))))
      throw new AppError("not_found", { reason: "unsubscribe_link" })
    await endDigest(userId)
  },
  "access",
)
