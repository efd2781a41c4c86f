import "server-only"
import NextAuth from "next-auth"
import { config } from "@/core/config"
import { authOptions, type Held } from "./auth"
import { requireSameOrigin } from "./guard"
import { answer } from "./route"

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes: sign in, sign out, the CSRF token. Its cookies go out as it made them. */
export async function authRoute(request: Request, context: Context): Promise<Response> {
  return answer(request, async (actor) => {
    if (request.method === "POST" && request.headers.has("origin")) requireSameOrigin(request.headers)
    process.env.NEXTAUTH_URL = config.settings.siteUrl
    const held: Held = {}
    const response: Response = await NextAuth(authOptions(actor, held))(request, context)
    if (held.refusal) throw held.refusal
    const headers = new Headers(response.headers)
    headers.set("cache-control", "private, no-store")
    return new Response(response.body, { status: response.status, headers })
  })
}
