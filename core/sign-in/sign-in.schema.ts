import { z } from "zod"
import { Assertion, AssertionText } from "../passkey/passkey.schema"
import { AnyCode } from "../second-factor/second-factor.schema"
import { Email } from "../user/user.schema"

const Password = z.string().min(1).max(512)

export const WithPassword = z.strictObject({
  email: Email,
  password: Password,
  /** Where a second step is asked for: both in one. */
  code: AnyCode.optional(),
})

/** The second step by itself, after a right password. */
export const WithCode = z.strictObject({ ticket: z.string().max(100), code: AnyCode })

export const WithPasskey = z.strictObject({
  passkey: AssertionText,
  /** For the second step: whose passkey it has to be. */
  ticket: z.string().max(100).optional(),
})

/** One proof of who one is. */
export const Prove = z
  .strictObject({
    password: Password.optional(),
    code: AnyCode.optional(),
    passkey: Assertion.optional(),
  })
  .refine((proofs) => Object.values(proofs).filter((proof) => proof !== undefined).length === 1, {
    error: "one_proof",
  })

/** How one may prove who one is, and whether that was done a moment ago. */
export const ProofView = z.object({
  fresh: z.boolean(),
  password: z.boolean(),
  code: z.boolean(),
  passkey: z.boolean(),
})
export type ProofView = z.output<typeof ProofView>
