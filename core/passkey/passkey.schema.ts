import { z } from "zod"
import { idOf } from "../id"
import { line } from "../text.schema"

/** How many passkeys a person has at most. */
export const maxPasskeys = 20

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/)
const Common = {
  id: base64url(1400).min(1),
  rawId: base64url(1400).min(1),
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
}

/** What a browser answers when it has made a passkey: the standard's own JSON. Parts that nobody needs are left out. */
export const NewCredential = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: base64url(8000).min(1),
    attestationObject: base64url(20_000).min(1),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** What a browser answers when a passkey has signed. */
export const Assertion = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: base64url(8000).min(1),
    authenticatorData: base64url(8000).min(1),
    signature: base64url(4000).min(1),
    userHandle: base64url(200).nullish(),
  }),
})
export type Assertion = z.output<typeof Assertion>

/** The same as it comes in a form. */
export const AssertionText = z
  .string()
  .max(30_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: "custom", message: "passkey" })
      return z.NEVER
    }
  })
  .pipe(Assertion)

export const RegisterPasskey = z.strictObject({ credential: NewCredential })
export const RenamePasskey = z.strictObject({ passkeyId: idOf("passkey"), name: line(60, 1) })
export const PasskeyInput = z.strictObject({ passkeyId: idOf("passkey") })

export const PasskeyView = z.object({
  id: idOf("passkey"),
  name: z.string(),
  /** Whether it is kept in a cloud, and so on several devices. */
  synced: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().optional(),
})
export type PasskeyView = z.output<typeof PasskeyView>
export const PasskeysView = z.object({ items: z.array(PasskeyView) })

/** What the browser hands to the authenticator: the standard's JSON, as it is. */
export const CreationOptions = z.looseObject({ challenge: z.string() })
export const RequestOptions = z.looseObject({ challenge: z.string(), rpId: z.string() })
