import "server-only"
import type { Profile, TokenSet, User } from "next-auth"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { config, type ProviderSecret } from "@/core/config"
import { type Provider, providerNames } from "@/core/identity/identity.schema"
import { verifiedEmail } from "./verified-email"

/** What a provider tells of a person; `email` only where it vouches for it. */
export type Arrival = User & { login?: string | undefined }
type Claims = Profile & { email_verified?: unknown; preferred_username?: string }

/** The providers that this stage has set up, as next-auth wants them. Accounts are never linked by it, but by core. */
export function oauthProviders() {
  const { google, github, cognito } = config.settings.oauth
  return [
    ...(google ? [openId("google", google, "GoogleSecret")] : []),
    ...(github ? [gitHub(github)] : []),
    ...(cognito ? [openId("cognito", cognito, "CognitoSecret")] : []),
  ]
}

const common = (id: Provider, clientId: string, secret: ProviderSecret) => ({
  id,
  name: providerNames[id],
  type: "oauth" as const,
  clientId,
  clientSecret: config.providerSecret(secret),
  allowDangerousEmailAccountLinking: false,
})

/** Google and Cognito speak OpenID Connect: the signed id token says who it is. */
function openId(
  id: Provider,
  { clientId, issuer }: { clientId: string; issuer: string },
  secret: ProviderSecret,
): OAuthConfig<Claims> {
  return {
    ...common(id, clientId, secret),
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub = "", name, email, email_verified, preferred_username }): Arrival => ({
      id: sub,
      name: name ?? null,
      // Cognito writes it as a text where another provider stands behind it.
      email: verifiedEmail(email, email_verified === true || email_verified === "true") ?? null,
      login: preferred_username,
    }),
  }
}

type GitHubUser = Profile & { id: number; login: string; name: string | null; verified?: string }
type GitHubEmail = { email: string; primary: boolean; verified: boolean }

/** GitHub has no id token: its API says who the access token belongs to. */
function gitHub({
  clientId,
  site,
  api,
}: {
  clientId: string
  site: string
  api: string
}): OAuthConfig<GitHubUser> {
  return {
    ...common("github", clientId, "GithubSecret"),
    authorization: { url: `${site}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${site}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => {
        const [user, emails] = await Promise.all([
          ask<GitHubUser>(`${api}/user`, tokens),
          ask<GitHubEmail[]>(`${api}/user/emails`, tokens),
        ])
        const primary = emails.find((email) => email.primary && email.verified)
        return { ...user, ...(primary && { verified: primary.email }) }
      },
    },
    checks: ["pkce", "state"],
    profile: ({ id, login, name, verified }): Arrival => ({
      id: String(id),
      name,
      email: verifiedEmail(verified, true) ?? null,
      login,
    }),
  }
}

async function ask<T>(url: string, { access_token }: TokenSet): Promise<T> {
  const headers = { authorization: `Bearer ${access_token}`, accept: "application/json" }
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`)
  return (await answer.json()) as T
}
