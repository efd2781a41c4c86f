import type { input } from "zod"
import type { Assertion, NewCredential, PasskeyView } from "@/core/passkey/passkey.schema"
import type { RecoveryCodesView, TwoFactorKeyView } from "@/core/second-factor/second-factor.schema"
import type { ProofView, Prove } from "@/core/sign-in/sign-in.schema"
import { call } from "../api-call"

type Creation = Parameters<typeof import("@simplewebauthn/browser").startRegistration>[0]["optionsJSON"]
type Request = Parameters<typeof import("@simplewebauthn/browser").startAuthentication>[0]["optionsJSON"]

/** The second step, passkeys, and the proof that it is oneself. Every call throws a ProblemError when it is refused. */
export const security = {
  proofs: () => call<ProofView>("GET", "/api/me/proof"),
  prove: (proof: input<typeof Prove>) => call<void>("POST", "/api/me/proof", proof),
  begin: () => call<TwoFactorKeyView>("POST", "/api/me/two-factor", {}),
  confirm: (code: string) => call<RecoveryCodesView>("POST", "/api/me/two-factor/confirm", { code }),
  renewCodes: () => call<RecoveryCodesView>("POST", "/api/me/two-factor/recovery-codes", {}),
  turnOff: () => call<void>("DELETE", "/api/me/two-factor"),
  creation: () => call<Creation>("POST", "/api/me/passkeys/options", {}),
  request: () => call<Request>("GET", "/api/account/passkeys"),
  register: (credential: input<typeof NewCredential>) =>
    call<PasskeyView>("POST", "/api/me/passkeys", { credential }),
  rename: (id: string, name: string) => call<PasskeyView>("PATCH", `/api/me/passkeys/${id}`, { name }),
  remove: (id: string) => call<void>("DELETE", `/api/me/passkeys/${id}`),
}

export type SignedAssertion = input<typeof Assertion>
