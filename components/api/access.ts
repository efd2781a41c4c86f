import type { input } from "zod"
import type { CreateToken, NewTokenView } from "@/core/access-token/access-token.schema"
import type { Provider } from "@/core/identity/identity.schema"
import { call } from "../api-call"

/** Other ways in than a password. Every call throws a ProblemError when it is refused. */
export const access = {
  /** Lets this browser link an account, by signing in at its provider within ten minutes. */
  link: (provider: Provider) => call<void>("POST", "/api/me/accounts", { provider }),
  unlink: (provider: Provider) => call<void>("DELETE", `/api/me/accounts/${provider}`),
  createToken: (body: input<typeof CreateToken>) => call<NewTokenView>("POST", "/api/me/tokens", body),
  revokeToken: (tokenId: string) => call<void>("DELETE", `/api/me/tokens/${tokenId}`),
}
