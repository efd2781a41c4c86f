import { createHmac, timingSafeEqual } from "node:crypto"
import { config } from "./config"

type SecretName = Parameters<typeof config.secret>[0]
export type SecretVersion = { id: string; value: string }

/**
 * The versions of a secret, newest first. After a rotation the previous one is still accepted.
 * @throws Error when the secret is not written as `id:secret[,id:secret]`
 */
export function secretVersions(name: SecretName): SecretVersion[] {
  return config
    .secret(name)
    .split(",")
    .map((part) => {
      const [id, value] = part.trim().split(/:(.*)/s)
      if (!id || !value) throw new Error(`The secret ${name} is not written as id:secret[,id:secret].`)
      return { id, value }
    })
}

export function newestSecret(name: SecretName): SecretVersion {
  const [newest] = secretVersions(name)
  if (!newest) throw new Error(`The secret ${name} is empty.`)
  return newest
}

/** HMAC-SHA-256 in base64url. */
export const sign = (key: string, message: string) =>
  createHmac("sha256", key).update(message).digest("base64url")

/** Compares two texts in a time that does not depend on where they differ. */
export function same(a: string, b: string) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
