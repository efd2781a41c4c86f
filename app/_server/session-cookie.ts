import "server-only"
import { decode, encode, type JWT } from "next-auth/jwt"
import { config } from "@/core/config"
import { newestSecret, secretVersions } from "@/core/secret"

const secure = () => config.settings.siteUrl.startsWith("https://")

/** `__Host-` on https: no other host can set it, and it goes to no other. */
export const cookieName = () => `${secure() ? "__Host-" : ""}session`

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: secure(),
})

/** The session id in an encrypted cookie value, or undefined when no accepted secret opens it. */
export async function sessionIdIn(value: string | undefined): Promise<string | undefined> {
  const token = value ? await open(value) : undefined
  return typeof token?.sid === "string" ? token.sid : undefined
}

/** Encrypts with the newest secret. */
export const seal = (token: JWT, maxAge?: number) =>
  encode({ token, secret: newestSecret("AuthSecret").value, ...(maxAge ? { maxAge } : {}) })

/** Decrypts with any accepted secret: a rotation signs nobody out. */
export async function open(value: string): Promise<JWT | undefined> {
  for (const { value: secret } of secretVersions("AuthSecret")) {
    const token = await decode({ token: value, secret }).catch(() => null)
    if (token) return token
  }
  return undefined
}
