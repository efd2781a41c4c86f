import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"

/** Who sits at the provider's keyboard. */
export type Someone = {
  sub: string
  name?: string
  email?: string
  email_verified?: unknown
  /** GitHub's list of addresses. */
  emails?: { email: string; primary: boolean; verified: boolean }[]
}
type Grant = { query: URLSearchParams; someone: Someone }

export const clientId = "ours"
export const clientSecret = "between-us"

/**
 * A sign-in provider on loopback that keeps to the rules: OpenID Connect with RS256, PKCE and codes that serve once; the
 * same as GitHub speaks it. Everybody consents at once.
 */
export async function startProvider() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const people = new Map<string, Someone>()
  const state = {
    someone: { sub: "nobody" } as Someone,
    /** Changes what an id token says, or who signs it. */
    claims: {} as Record<string, unknown>,
    key: privateKey,
    /** The person says no. */
    declines: false,
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", origin)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
    const bearer = people.get(request.headers.authorization?.replace("Bearer ", "") ?? "")
    if (url.pathname.endsWith("/openid-configuration")) return json(discovery(origin))
    if (url.pathname === "/jwks")
      return json({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig" }] })
    if (url.pathname.endsWith("/authorize")) {
      return response.writeHead(302, { location: consent(url.searchParams) }).end()
    }
    if (url.pathname.endsWith("token")) {
      const answer = exchange(new URLSearchParams(await text(request)), request.headers.authorization)
      return json(answer ?? { error: "invalid_grant" }, answer ? 200 : 400)
    }
    if (!bearer) return json({ message: "Bad credentials" }, 401)
    if (url.pathname === "/user/emails") return json(bearer.emails ?? [])
    return json({ id: bearer.sub, login: bearer.name, name: bearer.name, email: bearer.email })
  }

  function consent(query: URLSearchParams): string {
    const back = new URL(query.get("redirect_uri") ?? origin)
    back.searchParams.set("state", query.get("state") ?? "")
    if (state.declines) back.searchParams.set("error", "access_denied")
    else {
      const code = randomBytes(16).toString("base64url")
      grants.set(code, { query, someone: state.someone })
      back.searchParams.set("code", code)
    }
    return back.href
  }

  function exchange(form: URLSearchParams, authorization: string | undefined) {
    const grant = grants.get(form.get("code") ?? "")
    grants.delete(form.get("code") ?? "")
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url")
    const fits =
      grant?.query.get("client_id") === clientId &&
      authorization === basic &&
      grant.query.get("code_challenge_method") === "S256" &&
      grant.query.get("code_challenge") === challenge &&
      grant.query.get("redirect_uri") === form.get("redirect_uri")
    if (!grant || !fits) return undefined
    const access_token = randomBytes(16).toString("base64url")
    people.set(access_token, grant.someone)
    const isOpenId = grant.query.get("scope")?.includes("openid")
    return { access_token, token_type: "bearer", ...(isOpenId && { id_token: idToken(grant) }) }
  }

  function idToken({ query, someone }: Grant): string {
    const iat = Math.floor(Date.now() / 1000)
    const { emails: _, ...claims } = someone
    const nonce = query.get("nonce")
    const body = { iss: origin, aud: clientId, iat, exp: iat + 300, nonce, ...claims, ...state.claims }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
    const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(body)}`
    return `${signed}.${sign("sha256", Buffer.from(signed), state.key).toString("base64url")}`
  }

  return Object.assign(state, { origin, close: () => server.close(), privateKey })
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
})
