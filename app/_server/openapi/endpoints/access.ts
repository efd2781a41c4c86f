import "server-only"
import { AccessToken } from "@/core/access-token"
import { NewTokenView, TokensView } from "@/core/access-token/access-token.schema"
import { Identity } from "@/core/identity"
import { AccountsView } from "@/core/identity/identity.schema"
import { type Endpoint, nothing } from "../endpoint"

/** Other ways in than a password: linked accounts, and tokens for programs. */
export const access: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/me/accounts",
    operation: Identity.list,
    summary: "The sign-in providers, and which of them are linked",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 200: AccountsView },
  },
  {
    method: "POST",
    path: "/api/me/accounts",
    operation: Identity.link,
    summary: "Let this browser link an account of a provider, within ten minutes, by signing in there",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/me/accounts/{provider}",
    operation: Identity.unlink,
    summary: "Unlink an account, unless it is the only way in",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/tokens",
    operation: AccessToken.list,
    summary: "One's access tokens",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 200: TokensView },
  },
  {
    method: "POST",
    path: "/api/me/tokens",
    operation: AccessToken.create,
    summary: "Make an access token; it is told this once",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 201: NewTokenView },
  },
  {
    method: "DELETE",
    path: "/api/me/tokens/{tokenId}",
    operation: AccessToken.revoke,
    summary: "Revoke an access token",
    tag: "Account",
    auth: "user",
    token: "never",
    answers: { 204: nothing },
  },
]
