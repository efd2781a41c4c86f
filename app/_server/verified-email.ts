import "server-only"
import { Email } from "@/core/user/user.schema"

/**
 * The address that a provider vouches for. One that would become another when it is normalised is none:
 * `ａda@…` at a provider is somebody else than `ada@…` here.
 */
export function verifiedEmail(email: string | null | undefined, verified: boolean): string | undefined {
  if (!verified || !email || !/^[\x21-\x7e]+$/.test(email)) return undefined
  const parsed = Email.safeParse(email)
  return parsed.success ? parsed.data : undefined
}
