import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { newestSecret, type SecretVersion, secretVersions } from "../secret"

// Of all secrets, the versions of this one are kept for ever: what it sealed stays readable.
const name = "EmailKey"

const keyOf = ({ value }: SecretVersion) => Buffer.from(hkdfSync("sha256", value, "", "second factor", 32))

/** Seals a text for one person: in another's row it opens no more than without the key. */
export function seal(text: string, userId: string): string {
  const version = newestSecret(name)
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keyOf(version), nonce).setAAD(Buffer.from(userId))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return [version.id, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(
    ".",
  )
}

/** @throws Error when the row was changed by another hand, or its key is gone: that must not pass for "no second factor" */
export function unseal(sealed: string, userId: string): string {
  const [id, nonce = "", text = "", tag = ""] = sealed.split(".")
  const version = secretVersions(name).find((known) => known.id === id)
  if (!version) throw new Error(`The version ${id} of ${name}, which sealed a second factor, is gone.`)
  const decipher = createDecipheriv("aes-256-gcm", keyOf(version), Buffer.from(nonce, "base64url"))
    .setAAD(Buffer.from(userId))
    .setAuthTag(Buffer.from(tag, "base64url"))
  return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8")
}
