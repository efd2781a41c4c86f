import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
} from "@simplewebauthn/server"
import { z } from "zod"
import { requireUser } from "../actor"
import { Audit } from "../audit"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { addFields } from "../log"
import { operation } from "../operation"
import { Session } from "../session"
import { batch, table, transact } from "../table"
import { minutes, now } from "../time"
import { User } from "../user"
import { isOurs, newChallenge, use } from "./challenge"
import { type PasskeyRow, party } from "./check"
import { nameFor } from "./names"
import {
  type CreationOptions,
  maxPasskeys,
  PasskeyInput,
  type PasskeyView,
  RegisterPasskey,
  RenamePasskey,
  type RequestOptions,
} from "./passkey.schema"

export { check } from "./check"

const nothing = z.strictObject({})
const timeout = minutes(5) * 1000

/** One's passkeys, the newest first. */
export const list = operation(nothing, async (actor): Promise<{ items: PasskeyView[] }> => {
  const rows = await rowsOf(requireUser(actor).userId)
  return { items: rows.map(view) }
})

/** What a browser needs to make a passkey. @throws AppError `conflict` when one has many; `forbidden` (reason `confirm_yourself`) */
export const creation = operation(
  nothing,
  async (actor): Promise<z.output<typeof CreationOptions>> => {
    const { userId } = await Session.requireFresh(actor)
    const [user, rows] = await Promise.all([User.byId(userId), room(userId)])
    if (!user) throw new AppError("unauthenticated")
    const options = await generateRegistrationOptions({
      rpName: config.settings.siteName,
      rpID: party().rpId,
      userID: new Uint8Array(Buffer.from(userId)),
      userName: user.handle,
      userDisplayName: user.name,
      challenge: bytesOf(newChallenge(`create ${userId}`)),
      timeout,
      attestationType: "none",
      excludeCredentials: rows.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      // It is found without a name being typed, and asks who holds it: one step that stands for two.
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    })
    return { ...options }
  },
  "access",
)

/** What a browser needs to have a passkey sign. It is the same for everybody, and says nothing of anybody. */
export const request = operation(nothing, async (): Promise<z.output<typeof RequestOptions>> => {
  const { rpId } = party()
  const challenge = bytesOf(newChallenge("get"))
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    timeout,
    userVerification: "required",
  })
  return { ...options, rpId }
})

/**
 * Keeps a passkey that a browser has made.
 * @throws AppError `invalid` where it does not fit, `conflict` where it is known already; `forbidden` (reason `confirm_yourself`)
 */
export const register = operation(
  RegisterPasskey,
  async (actor, { credential: response }): Promise<PasskeyView> => {
    const { userId, locale } = await Session.requireFresh(actor)
    await room(userId)
    const made = await verify(response as Response, userId)
    const plugged = response.response.transports?.some((way) => way === "usb" || way === "nfc") ?? false
    const row = {
      userId,
      credentialId: made.credential.id,
      passkeyId: newId("passkey"),
      name: nameFor(made.aaguid, plugged, locale),
      publicKey: Buffer.from(made.credential.publicKey).toString("base64url"),
      counter: made.credential.counter,
      transports: response.response.transports ?? [],
      aaguid: made.aaguid,
      synced: made.credentialBackedUp,
      createdAt: now(),
    }
    const codes = await transact((t) => [
      t.passkey.create(row).commit(),
      Audit.entry(t, { by: userId, userId, what: "passkey add", detail: row.passkeyId }),
    ])
    if (codes) throw new AppError("conflict", { reason: "passkey_known" })
    return view(row)
  },
  "access",
)

type Response = Parameters<typeof verifyRegistrationResponse>[0]["response"]

async function verify(response: Response, userId: string) {
  const { origin, rpId } = party()
  let challenge = ""
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: (given) => {
      challenge = given
      return isOurs(given, `create ${userId}`)
    },
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch((error: Error) => {
    addFields({ passkey: error.message.slice(0, 200) })
    return undefined
  })
  if (!checked?.verified || !(await use(challenge)))
    throw new AppError("unprocessable", { reason: "passkey_wrong" })
  return checked.registrationInfo
}

/** Gives a passkey another name. @throws AppError `not_found` */
export const rename = operation(RenamePasskey, async (actor, { passkeyId, name }): Promise<PasskeyView> => {
  const row = await mine(requireUser(actor).userId, passkeyId)
  const { userId, credentialId } = row
  await table().passkey.patch({ userId, credentialId }).set({ name }).go()
  return view({ ...row, name })
})

/** Takes a passkey away: it opens nothing any more. @throws AppError `not_found`; `forbidden` (reason `confirm_yourself`) */
export const remove = operation(
  PasskeyInput,
  async (actor, { passkeyId }): Promise<void> => {
    const { userId } = await Session.requireFresh(actor)
    const { credentialId } = await mine(userId, passkeyId)
    await transact((t) => [
      t.passkey.delete({ userId, credentialId }).commit(),
      Audit.entry(t, { by: userId, userId, what: "passkey remove", detail: passkeyId }),
    ])
  },
  "access",
)

/** Whether somebody has a passkey. */
export const has = async (userId: string) => (await rowsOf(userId)).length > 0

async function mine(userId: string, passkeyId: string): Promise<PasskeyRow> {
  const row = (await rowsOf(userId)).find((one) => one.passkeyId === passkeyId)
  if (!row) throw new AppError("not_found")
  return row
}

async function room(userId: string): Promise<PasskeyRow[]> {
  const rows = await rowsOf(userId)
  if (rows.length < maxPasskeys) return rows
  throw new AppError("conflict", { reason: "too_many_passkeys", params: { maximum: maxPasskeys } })
}

/** By the time they were made; there are few. */
async function rowsOf(userId: string): Promise<PasskeyRow[]> {
  const { data } = await table().passkey.query.byUser({ userId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.passkeyId < b.passkeyId ? 1 : -1))
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64url"))

const view = ({
  passkeyId,
  name,
  synced,
  createdAt,
  lastUsedAt,
}: Omit<PasskeyRow, "transports">): PasskeyView => ({
  id: passkeyId,
  name,
  synced,
  createdAt,
  ...(lastUsedAt ? { lastUsedAt } : {}),
})

/** Takes away all passkeys of a person. */
export async function eraseOf(userId: string): Promise<void> {
  const keys = (await rowsOf(userId)).map(({ credentialId }) => ({ userId, credentialId }))
  await batch(keys, (left) => table().passkey.delete(left).go())
}
