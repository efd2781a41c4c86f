import "server-only"
import type { User } from "next-auth"
import type { Actor } from "@/core/actor"
import { AppError } from "@/core/error"
import { SignIn } from "@/core/sign-in"
import type { Held } from "./auth"

/** What a sign-in may carry: both steps in one, the second alone, or a passkey, which is both. */
type Credentials = { email?: string; password?: string; code?: string; passkey?: string; second?: string }

/** Refusals that the page has words for; of all others it hears that the two do not belong together. */
const told = ["unverified", "suspended", "second_step", "code_wrong", "ticket_over", "passkey_unknown"]

/** @returns the session as next-auth's user; null for wrong words; throws for its redirect what is {@link told} */
export async function signIn(actor: Actor, held: Held, credentials: Credentials): Promise<User | null> {
  try {
    const { sessionId } = await entered(actor, held, credentials)
    held.opened = true
    return { id: sessionId }
  } catch (error) {
    if (error instanceof SignIn.SecondStep) held.newTicket = error.ticket
    const reason = error instanceof AppError ? reasonOf(error, credentials) : undefined
    if (reason && told.includes(reason)) throw new Error(reason)
    if (error instanceof AppError && (error.code === "unauthenticated" || error.code === "invalid"))
      return null
    held.refusal = error instanceof AppError ? error : new AppError("internal", { cause: error })
    return null
  }
}

function entered(actor: Actor, { ticket = "" }: Held, credentials: Credentials) {
  const { email = "", password = "", code, passkey, second } = credentials
  if (passkey) return SignIn.withPasskey(actor, { passkey, ...(second ? { ticket } : {}) })
  if (code && !password) return SignIn.withCode(actor, { ticket, code })
  return SignIn.withPassword(actor, { email, password, ...(code ? { code } : {}) })
}

/** What is no code at all is a wrong one to whoever typed it. */
function reasonOf({ code, reason, issues }: AppError, credentials: Credentials): string | undefined {
  if (code !== "invalid") return reason
  if (credentials.passkey) return "passkey_unknown"
  return issues.some(({ path }) => path[0] === "code") ? "code_wrong" : undefined
}
