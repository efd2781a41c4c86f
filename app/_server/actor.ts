import "server-only"
import { cookies, headers } from "next/headers"
import { cache } from "react"
import { AccessToken } from "@/core/access-token"
import { type Actor, userIdOf, type VisitorActor } from "@/core/actor"
import { AppError } from "@/core/error"
import { addFields } from "@/core/log"
import { Session } from "@/core/session"
import type { Locale } from "@/core/user/user.schema"
import { addressFrom, placeFrom } from "./address"
import { readCookie } from "./cookie"
import { logPage } from "./page-log"
import { cookieName, sessionIdIn } from "./session-cookie"
import { unlocksIn } from "./unlock-cookie"

/** Who asks for a page, looked up once a request. The session row decides, not the cookie. */
export const currentActor = cache(async (): Promise<Actor> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = head.get("x-next-intl-locale") === "ja" ? "ja" : "en"
  const actor = await actorOf(head, jar.get(cookieName())?.value, locale)
  logPage(head.get("x-path") ?? undefined, userIdOf(actor))
  return actor
})

/**
 * Who calls the API: whoever an access token stands for, else whoever the session cookie does. What the passwords of
 * links left is nobody's name: it goes along either way.
 * @throws AppError `unauthenticated` for a token that is wrong, expired or revoked: its client believes to be somebody
 */
export async function actorFrom(request: Request): Promise<Actor> {
  const shown = /^Bearer(?: +(.*))?$/i.exec(request.headers.get("authorization") ?? "")
  if (!shown) return browserFrom(request)
  const bearer = await AccessToken.check(shown[1] ?? "")
  if (!bearer) throw new AppError("unauthenticated", { reason: "token_wrong" })
  const { headers } = request
  return { kind: "user", ...bearer, ...callerOf(headers, localeFrom(headers)), ...unlocksIn(headers) }
}

/** Whose browser calls: what signs people in and out knows no tokens. */
export async function browserFrom({ headers }: Request): Promise<Actor> {
  return actorOf(headers, readCookie(headers.get("cookie"), cookieName()), localeFrom(headers))
}

/** Who calls what everybody gets alike: the session, and so the table, is not asked. */
export const visitorFrom = async ({ headers }: Request): Promise<VisitorActor> => ({
  kind: "visitor",
  ...callerOf(headers, localeFrom(headers)),
})

/** The language of answers: Japanese for who prefers it, else English. */
export const localeFrom = (headers: Headers): Locale =>
  /^ja\b/i.test(headers.get("accept-language") ?? "") ? "ja" : "en"

async function actorOf(headers: Headers, cookie: string | undefined, locale: Locale): Promise<Actor> {
  const caller = { ...callerOf(headers, locale), ...unlocksIn(headers) }
  const sessionId = await sessionIdIn(cookie)
  const session = sessionId ? await Session.check(sessionId) : undefined
  // Why somebody who believes to be signed in is answered as a visitor.
  if (cookie && !session) addFields({ session: sessionId ? "ended" : "unreadable" })
  return session ? { kind: "user", ...session, ...caller } : { kind: "visitor", ...caller }
}

const callerOf = (headers: Headers, locale: Locale) => ({
  address: addressFrom(headers),
  locale,
  userAgent: headers.get("user-agent") ?? "",
  ...placeFrom(headers),
  read: new Map<string, Promise<unknown>>(),
})
