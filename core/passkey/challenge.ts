import { createHash, randomBytes } from "node:crypto"
import { newestSecret, same, secretVersions, sign } from "../secret"
import { table, unlessRefused } from "../table"
import { epoch, minutes } from "../time"

/** What is signed for: a new passkey of one person, or that somebody is here. */
export type Purpose = `create ${string}` | "get"

const challengeSeconds = minutes(5)

/**
 * A challenge that only we could have made, good for five minutes. It is written down when it is answered, not when it
 * is asked for: looking at the sign-in page costs no write.
 */
export function newChallenge(purpose: Purpose): string {
  const body = `${randomBytes(18).toString("base64url")}.${epoch(challengeSeconds)}`
  const text = `${body}.${sign(newestSecret("TokenKey").value, `challenge ${purpose} ${body}`)}`
  return Buffer.from(text).toString("base64url")
}

/** Whether a challenge is ours, for this purpose, and still good. */
export function isOurs(challenge: string, purpose: Purpose): boolean {
  const [nonce = "", expires = "", signature = ""] = Buffer.from(challenge, "base64url").toString().split(".")
  if (!(Number(expires) > epoch())) return false
  const message = `challenge ${purpose} ${nonce}.${expires}`
  return secretVersions("TokenKey").some(({ value }) => same(sign(value, message), signature))
}

/** Uses a challenge up. @returns whether this was the first time */
export async function use(challenge: string): Promise<boolean> {
  const hash = createHash("sha256").update(challenge).digest("hex")
  const used = await unlessRefused(
    table()
      .usedChallenge.create({ hash, expires: epoch(challengeSeconds * 2) })
      .go(),
  )
  return used !== undefined
}
