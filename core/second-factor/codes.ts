import { createHash, randomBytes } from "node:crypto"
import { recoveryCodes } from "./second-factor.schema"

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** New recovery codes, of 80 bits each: `7K3M-0Q2X-…`. */
export const newCodes = (): string[] =>
  Array.from({ length: recoveryCodes }, () =>
    [...randomBytes(16)]
      .map((byte) => letters[byte % 32])
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  )

/** What is kept of a code. It is as hard to guess as a token, so no slow hash is needed. */
export const hashOf = (userId: string, code: string) =>
  createHash("sha256")
    .update(`${userId}\n${code.replace(/-/g, "")}`)
    .digest("base64url")
