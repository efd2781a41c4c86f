import { createHash, randomBytes } from "node:crypto"
import type { EntityItem } from "electrodb"
import { newestSecret, secretVersions, sign } from "../secret"
import { batch, table } from "../table"
import { epoch, hours } from "../time"
import type { Locale } from "../user/user.schema"
import type { TokenEntity } from "./token.entity"

export type Purpose = "verify" | "reset" | "known" | "void"
export type TokenRow = EntityItem<typeof TokenEntity>

const lifetime: Record<Purpose, number> = {
  verify: hours(48),
  reset: hours(1),
  known: hours(1),
  void: hours(1),
}

/**
 * The row of a new one-time token, for the transaction that makes it. The mail follows from the stream.
 * @param to whom: without a user (`void`) it opens nothing
 */
export function newRow(
  purpose: Purpose,
  locale: Locale,
  to: { userId?: string; email?: string; replaces?: string },
): TokenRow {
  const key = newestSecret("TokenKey")
  const seed = randomBytes(16).toString("base64url")
  return {
    hash: hashOf(sign(key.value, seed)),
    seed,
    keyId: key.id,
    purpose,
    locale,
    expires: epoch(lifetime[purpose]),
    // Of nobody it is in no list; the index wants to be told.
    userId: "",
    ...to,
  }
}

/** The token that a row stands for, to be mailed; undefined when its key was retired. */
export function reveal(row: Pick<TokenRow, "seed" | "keyId">): string | undefined {
  const key = secretVersions("TokenKey").find(({ id }) => id === row.keyId)
  return key && sign(key.value, row.seed)
}

/** Removes the links that were mailed to a person. */
export async function eraseOf(userId: string): Promise<boolean> {
  const { data } = await table().oneTimeToken.query.byUser({ userId }).go({ pages: "all" })
  const keys = data.map(({ hash }) => ({ hash }))
  await batch(keys, (left) => table().oneTimeToken.delete(left).go())
  return false
}

/** @returns the row of a token that is valid now for this purpose, or undefined */
export async function find(token: string, purpose: Purpose): Promise<TokenRow | undefined> {
  const { data } = await table()
    .oneTimeToken.get({ hash: hashOf(token) })
    .go({ consistent: true })
  return data?.purpose === purpose && data.expires > epoch() ? data : undefined
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex")
