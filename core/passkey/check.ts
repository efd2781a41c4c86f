import { verifyAuthenticationResponse } from "@simplewebauthn/server"
import type { EntityItem } from "electrodb"
import { Audit } from "../audit"
import { config } from "../config"
import { addFields } from "../log"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import { isOurs, use } from "./challenge"
import type { PasskeyEntity } from "./passkey.entity"
import type { Assertion } from "./passkey.schema"

export type PasskeyRow = EntityItem<typeof PasskeyEntity>

/** Who we are to an authenticator. */
export const party = () => {
  const { origin, hostname } = new URL(config.settings.siteUrl)
  return { origin, rpId: hostname }
}

/**
 * Whose passkey has signed one of our challenges: here, now, and with its person verified by a finger, face or PIN, so
 * that it stands for two factors.
 * @param userId whose it has to be, where that is known already
 * @returns undefined for everything else, with the reason in the log
 */
export async function check(assertion: Assertion, userId?: string): Promise<string | undefined> {
  const { userHandle } = assertion.response
  const owner = userHandle ? Buffer.from(userHandle, "base64url").toString() : userId
  if (!owner || (userId && owner !== userId)) return refuse("another person's passkey")
  const { data: row } = await table()
    .passkey.get({ userId: owner, credentialId: assertion.id })
    .go({ consistent: true })
  if (!row) return refuse("no such passkey")
  const signed = await verify(assertion, row)
  if (!signed) return undefined
  if (!(await use(signed.challenge))) return refuse("a challenge that was answered before")
  if (await isCopy(row, signed.counter)) return refuse("a passkey that counts backwards")
  return owner
}

const refuse = (why: string) => {
  addFields({ passkey: why })
  return undefined
}

/** @returns what it says it counted, and the challenge that it signed; undefined where anything does not fit */
async function verify(assertion: Assertion, row: PasskeyRow) {
  const { origin, rpId } = party()
  let challenge = ""
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge: (given) => {
        challenge = given
        return isOurs(given, "get")
      },
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      // Held against what we know below, where it can be noted for whom it concerns.
      credential: { id: row.credentialId, publicKey: Buffer.from(row.publicKey, "base64url"), counter: 0 },
    })
    return verified ? { challenge, counter: authenticationInfo.newCounter } : refuse("a wrong signature")
  } catch (error) {
    return refuse((error as Error).message.slice(0, 200))
  }
}

/** Notes that it was used. @returns whether it has counted less than before: then there are two of what was one */
async function isCopy({ userId, credentialId, passkeyId }: PasskeyRow, counter: number): Promise<boolean> {
  const noted = await unlessRefused(
    table()
      .passkey.patch({ userId, credentialId })
      .set({ counter, lastUsedAt: now() })
      .where((row, { eq, lt }) => (counter === 0 ? eq(row.counter, 0) : `${lt(row.counter, counter)}`))
      .go(),
  )
  if (noted) return false
  const detail = `${passkeyId} counted ${counter}, less than before: it may have been copied`
  await Audit.record({ kind: "system" }, { by: userId, userId, what: "passkey counter", detail })
  return true
}
