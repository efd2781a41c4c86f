import "server-only"
import type { NextAuthOptions, User } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import type { Actor } from "@/core/actor"
import { AppError } from "@/core/error"
import type { Identity } from "@/core/identity"
import { newestSecret } from "@/core/secret"
import { Session } from "@/core/session"
import { entering } from "./oauth"
import { oauthProviders } from "./oauth-providers"
import { cookieName, cookieOptions, open, seal } from "./session-cookie"

/** Takes a refusal past next-auth, which swallows whatever its callbacks throw. */
export type Held = {
  refusal?: AppError
  /** How the return from a provider ended; absent while next-auth itself refuses it. */
  entered?: Identity.Entered
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
      credentials: { email: {}, password: {} },
      authorize: async (credentials) => signIn(actor, held, credentials ?? {}),
    }),
    ...oauthProviders(),
  ],
  callbacks: {
    signIn: async ({ user, account }) => {
      if (account?.type !== "oauth") return true
      held.entered = await entering(actor, account.provider, user)
      if (held.entered.kind !== "in") return "/"
      user.id = held.entered.sessionId
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

type Credentials = { email?: string; password?: string }

/** @returns the session as next-auth's user; null for wrong words; throws `unverified` or `suspended` for its redirect */
async function signIn(actor: Actor, held: Held, { email = "", password = "" }: Credentials) {
  try {
    const { sessionId } = await Session.signIn(actor, { email, password })
    return { id: sessionId } satisfies User
  } catch (error) {
    if (error instanceof AppError && (error.reason === "unverified" || error.reason === "suspended"))
      throw new Error(error.reason)
    if (error instanceof AppError && (error.code === "unauthenticated" || error.code === "invalid"))
      return null
    held.refusal = error instanceof AppError ? error : new AppError("internal", { cause: error })
    return null
  }
}
