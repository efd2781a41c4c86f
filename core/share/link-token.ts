import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import { newestSecret, secretVersions } from "../secret"

/** A new token: whoever has it has the link. */
export const newToken = () => randomBytes(18).toString("base64url")

/** A stolen table opens nothing: links are found by this. */
export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex")

const keyOf = (secret: string) => createHash("sha256").update(`share link\n${secret}`).digest()

/** A token that only the site's own key opens, for whoever made the link to copy it again. */
export function seal(token: string): string {
  const key = newestSecret("TokenKey")
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keyOf(key.value), iv)
  const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final()])
  return [key.id, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".")
}

/** @returns the token; undefined when its key was retired */
export function unseal(value: string): string | undefined {
  const [id, iv = "", sealed = "", tag = ""] = value.split(".")
  const key = secretVersions("TokenKey").find((version) => version.id === id)
  if (!key) return undefined
  const bytes = (part: string) => Buffer.from(part, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", keyOf(key.value), bytes(iv))
  decipher.setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]).toString("utf8")
}
