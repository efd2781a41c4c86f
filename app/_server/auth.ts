import "server-only"
import type { NextAuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import type { Actor } from "@/core/actor"
import type { AppError } from "@/core/error"
import type { Identity } from "@/core/identity"
import { newestSecret } from "@/core/secret"
import { Session } from "@/core/session"
import { signIn } from "./credentials"
import { entering } from "./oauth"
import { oauthProviders } from "./oauth-providers"
import { cookieName, cookieOptions, open, seal } from "./session-cookie"

/** Takes a refusal past next-auth, which swallows whatever its callbacks throw. */
export type Held = {
  refusal?: AppError
  /** How the return from a provider ended; absent while next-auth itself refuses it. */
  entered?: Identity.Entered
  /** Whether the browser said on its way out that its person is old enough to join. */
  ageConfirmed?: boolean
  /** What the browser's cookie says of a first step that was taken. */
  ticket?: string
  /** A first step was taken just now: what the cookie is to hold. */
  newTicket?: string
  /** Somebody was let in. */
  opened?: boolean
}

/**
 * next-auth for one request: the cookie carries a session id, the session row is the authority.
 * @param actor who asks, for the limits and the list of devices
 * @param held where a refusal goes that is not about the password: too many tries, table unavailable
 */
export const authOptions = (actor: Actor, held: Held): NextAuthOptions => ({
  secret: newestSecret("AuthSecret").value,
  session: { strategy: "jwt", maxAge: Session.sessionSeconds },
  pages: { signIn: "/signin", error: "/signin" },
  useSecureCookies: cookieOptions().secure,
  cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
  logger: { error: () => {}, warn: () => {} },
  jwt: {
    encode: async ({ token, maxAge }) => seal(token ?? {}, maxAge),
    decode: async ({ token }) => (token ? ((await open(token)) ?? null) : null),
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {}, code: {}, passkey: {}, second: {} },
      authorize: async (credentials) => signIn(actor, held, credentials ?? {}),
    }),
    ...oauthProviders(),
  ],
  callbacks: {
    signIn: async ({ user, account }) => {
      if (account?.type !== "oauth") return true
      held.entered = await entering(actor, account.provider, user, held)
      if (held.entered.kind === "second_step") held.newTicket = held.entered.ticket
      if (held.entered.kind !== "in") return "/"
      user.id = held.entered.sessionId
      held.opened = true
      return true
    },
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: ({ session, token }) => ({ expires: session.expires, signedIn: typeof token.sid === "string" }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === "string") await Session.end(token.sid)
    },
  },
})
