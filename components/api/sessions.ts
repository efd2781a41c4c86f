import type { Provider } from "@/core/identity/identity.schema"
import { call, send } from "../api-call"

type Credentials = { email: string; password: string }
export type SignInResult = "signed_in" | "wrong" | "unverified" | "suspended"

export const sessions = {
  /** Signs in. A refusal of the credentials is an answer, not an error; being throttled throws. */
  async signIn({ email, password }: Credentials): Promise<SignInResult> {
    const answer = await postForm("/api/auth/callback/credentials", { email, password })
    if (answer.ok) return "signed_in"
    const { url } = (await answer.json()) as { url?: string }
    const why = /error=(unverified|suspended)/.exec(url ?? "")?.[1] as "unverified" | "suspended" | undefined
    return why ?? "wrong"
  },
  /** Leaves for a provider. The browser comes back to a path of this site, signed in or told why not. */
  async continueWith(provider: Provider, callbackUrl: string): Promise<void> {
    const answer = await postForm(`/api/auth/signin/${provider}`, { callbackUrl })
    const { url } = (await answer.json()) as { url: string }
    window.location.assign(url)
  },
  signOut: async () => {
    await postForm("/api/auth/signout", {})
  },
  end: (sessionId: string) => call<void>("DELETE", `/api/me/sessions/${sessionId}`),
  endOthers: () => call<void>("DELETE", "/api/me/sessions"),
}

/** next-auth's own routes: form-encoded, with its CSRF token; 401 is an answer there. */
async function postForm(path: string, fields: Record<string, string>) {
  const { csrfToken } = await call<{ csrfToken: string }>("GET", "/api/auth/csrf")
  return send(
    path,
    { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) },
    (status) => status === 401,
  )
}
