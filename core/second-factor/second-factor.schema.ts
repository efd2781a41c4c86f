import { z } from "zod"

/** A code of six digits; spaces between them, as apps show them, do not matter. */
export const Code = z
  .string()
  .transform((code) => code.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, { error: "code" }))

/** A code of the app, or one of the recovery codes: what is asked for at the second step. */
export const AnyCode = z
  .string()
  .max(64)
  .transform((code) => code.replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[0-9A-HJKMNP-TV-Z]{16})$/, { error: "code" }))

export const recoveryCodes = 10

export const ConfirmTwoFactor = z.strictObject({ code: Code })

export const TwoFactorView = z.object({
  on: z.boolean(),
  since: z.iso.datetime().optional(),
  /** How many recovery codes are left. */
  codesLeft: z.int(),
})
export type TwoFactorView = z.output<typeof TwoFactorView>

/** What an authenticator app is told, once. */
export const TwoFactorKeyView = z.object({
  /** To be typed in, in groups of four. */
  key: z.string(),
  uri: z.string().startsWith("otpauth://"),
  /** The same as a picture: a square of so many modules, and the dark ones as the path of an SVG. */
  qr: z.object({ size: z.int(), path: z.string() }),
})
export type TwoFactorKeyView = z.output<typeof TwoFactorKeyView>

/** Recovery codes, told once. */
export const RecoveryCodesView = z.object({ codes: z.array(z.string()).length(recoveryCodes) })
export type RecoveryCodesView = z.output<typeof RecoveryCodesView>
