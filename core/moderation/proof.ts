import { newestSecret, same, secretVersions, sign } from "../secret"

const message = (decisionId: string) => `decision|${decisionId}`

/** What stands in the link of the mail about a decision: whoever got it may read and appeal, also when they cannot sign in. */
export function proofOf(decisionId: string): string {
  const key = newestSecret("TokenKey")
  return `${key.id}.${sign(key.value, message(decisionId))}`
}

export function isProof(decisionId: string, proof: string | undefined): boolean {
  const [keyId, mac = ""] = (proof ?? "").split(".")
  const key = secretVersions("TokenKey").find(({ id }) => id === keyId)
  return key !== undefined && same(mac, sign(key.value, message(decisionId)))
}
