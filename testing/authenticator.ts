import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto"
import type { z } from "zod"
import { config } from "../core/config"
import type { Assertion, NewCredential } from "../core/passkey/passkey.schema"

/** What may be otherwise than an honest authenticator on our own page would have it. */
export type Odd = {
  origin?: string
  rpId?: string
  counter?: number
  /** Whether it asked for a finger, a face or a PIN. */
  verified?: boolean
  userHandle?: string
  type?: string
}

type Asked = { challenge: string; user?: unknown }
type Kept = { id: Buffer; key: KeyObject; counter: number; userHandle: string }

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest()
const b64 = (bytes: Buffer | Uint8Array | string) => Buffer.from(bytes).toString("base64url")

/** A small authenticator with one key (ES256), and the browser that it is plugged into: what it signs is signed. */
export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const kept: Kept = { id: randomBytes(16), key: privateKey, counter: 0, userHandle: "" }
  const site = () => new URL(config.settings.siteUrl)

  const clientData = (type: string, challenge: string, odd: Odd) =>
    Buffer.from(
      JSON.stringify({
        type: odd.type ?? type,
        challenge,
        origin: odd.origin ?? site().origin,
        crossOrigin: false,
      }),
    )
  const authData = (flags: number, odd: Odd, rest = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5)
    head[0] = flags | 0x01 | (odd.verified === false ? 0 : 0x04)
    head.writeUInt32BE(odd.counter ?? ++kept.counter, 1)
    return Buffer.concat([sha256(odd.rpId ?? site().hostname), head, rest])
  }
  const common = {
    id: b64(kept.id),
    rawId: b64(kept.id),
    type: "public-key" as const,
    clientExtensionResults: {},
  }

  return {
    /** Makes its key a passkey. */
    create(options: Asked, odd: Odd = {}): z.input<typeof NewCredential> {
      const user = options.user as { id: string } | undefined
      kept.userHandle = user?.id ?? ""
      const length = Buffer.from([0, kept.id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, kept.id, coseOf(publicKey)])
      const data = authData(0x40, odd, attested)
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Buffer.from([0xa0]),
        text("authData"),
        bytes(data),
      ])
      return {
        ...common,
        response: {
          clientDataJSON: b64(clientData("webauthn.create", options.challenge, odd)),
          attestationObject: b64(attestationObject),
          transports: ["internal"],
        },
      }
    },
    /** Signs a challenge. */
    get(options: Asked, odd: Odd = {}): z.input<typeof Assertion> {
      const client = clientData("webauthn.get", options.challenge, odd)
      const data = authData(0, odd)
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), kept.key)
      return {
        ...common,
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          userHandle: odd.userHandle === undefined ? kept.userHandle : b64(odd.userHandle),
        },
      }
    },
  }
}

/** CBOR, as much of it as is needed. */
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer) =>
  Buffer.concat([
    value.length < 256
      ? Buffer.from([0x58, value.length])
      : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ])

/** A public key of P-256 in COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseOf(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, "base64url")),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, "base64url")),
  ])
}
