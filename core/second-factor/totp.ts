import { Secret, TOTP } from "otpauth"
import { encode } from "uqr"
import { config } from "../config"
import type { TwoFactorKeyView } from "./second-factor.schema"

/** RFC 6238 as every app knows it. */
const common = { algorithm: "SHA1", digits: 6, period: 30 } as const

/** A new key, in base 32. */
export const newKey = () => new Secret({ size: 20 }).base32

/** The step of time that a code belongs to: now, the one before or the one after. Undefined for a wrong code. */
export function stepOf(key: string, code: string): number | undefined {
  const totp = new TOTP({ ...common, secret: Secret.fromBase32(key) })
  const delta = totp.validate({ token: code, window: 1 })
  return delta === null ? undefined : totp.counter() + delta
}

/** A key as an app takes it: typed, as an address, as a picture. */
export function shown(key: string, handle: string): TwoFactorKeyView {
  const issuer = config.settings.siteName
  const uri = new TOTP({ ...common, issuer, label: handle, secret: Secret.fromBase32(key) }).toString()
  return { key: key.match(/.{1,4}/g)?.join(" ") ?? key, uri, qr: picture(uri) }
}

/** The dark modules as squares of one path. The quiet zone of four modules is part of the picture. */
function picture(text: string) {
  const { size, data } = encode(text, { border: 4, ecc: "M" })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join("") }
}
