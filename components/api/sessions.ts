import type { Provider } from "@/core/identity/identity.schema"
import { call, send } from "../api-call"

type Credentials =
  | { email: string; password: string }
  /** The second step, after the first was right. */
  | { code: string }
  /** What a passkey signed; for the second step, or for both. */
  | { passkey: string; second?: string }

const refusals = [
  "unverified",
  "suspended",
  "second_step",
  "code_wrong",
  "ticket_over",
  "passkey_unknown",
] as const
export type SignInResult = "signed_in" | "wrong" | (typeof refusals)[number]

export const sessions = {
  /** Signs in. A refusal of the credentials is an answer, not an error; being throttled throws. */
  async signIn(credentials: Credentials): Promise<SignInResult> {
    const answer = await postForm("/api/auth/callback/credentials", credentials)
    if (answer.ok) return "signed_in"
    const { url } = (await answer.json()) as { url?: string }
    return refusals.find((refusal) => url?.includes(`error=${refusal}`)) ?? "wrong"
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
  recognise: (sessionId: string) => call<void>("PATCH", `/api/me/sessions/${sessionId}`, { familiar: true }),
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
