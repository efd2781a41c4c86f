import "server-only"
import NextAuth from "next-auth"
import { config } from "@/core/config"
import { ageMark } from "@/core/identity/identity.schema"
import { browserFrom } from "./actor"
import { authOptions, type Held } from "./auth"
import { readCookie } from "./cookie"
import { limitWrites, requireSameOrigin } from "./guard"
import { isReturn, placeAfter } from "./oauth"
import { answer } from "./route"
import { deviceIn, signInCookies, ticketIn } from "./sign-in-cookies"

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes: sign in, sign out, the CSRF token. Its cookies go out as it made them. */
export async function authRoute(request: Request, context: Context): Promise<Response> {
  const handler = async (actor: Parameters<typeof authOptions>[0]) => {
    if (request.method === "POST" && request.headers.has("origin")) requireSameOrigin(request.headers)
    // Each leave for a provider asks it something first.
    if (request.method === "POST") await limitWrites(actor, request.headers)
    process.env.NEXTAUTH_URL = config.settings.siteUrl
    const device = deviceIn(request.headers)
    const held: Held = {
      ageConfirmed: wantedBy(request).endsWith(ageMark),
      ticket: ticketIn(request.headers),
    }
    const response: Response = await NextAuth(
      authOptions(actor.kind === "system" ? actor : { ...actor, device }, held),
    )(request, context)
    if (held.refusal) throw held.refusal
    const headers = new Headers(response.headers)
    for (const cookie of signInCookies(held, device)) headers.append("set-cookie", cookie)
    headers.set("cache-control", "private, no-store")
    if (isReturn((await context.params).nextauth)) {
      headers.set("location", placeAfter(request, actor, wantedBy(request), held))
      return new Response(null, { status: 302, headers })
    }
    return new Response(response.body, { status: response.status, headers })
  }
  return answer(request, handler, browserFrom, await context.params)
}

/** Where the browser wanted to go when it left for a provider; home, where its cookie is none of ours. */
function wantedBy({ headers }: Request): string {
  const { siteUrl } = config.settings
  const name = `${siteUrl.startsWith("https://") ? "__Secure-" : ""}next-auth.callback-url`
  const url = decode(readCookie(headers.get("cookie"), name) ?? "")
  return URL.canParse(url) && new URL(url).origin === new URL(siteUrl).origin ? url : siteUrl
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ""
  }
}
