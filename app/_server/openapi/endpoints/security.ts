import "server-only"
import { Passkey } from "@/core/passkey"
import { CreationOptions, PasskeysView, PasskeyView, RequestOptions } from "@/core/passkey/passkey.schema"
import { SecondFactor } from "@/core/second-factor"
import { RecoveryCodesView, TwoFactorKeyView, TwoFactorView } from "@/core/second-factor/second-factor.schema"
import { Session } from "@/core/session"
import { SignIn } from "@/core/sign-in"
import { ProofView } from "@/core/sign-in/sign-in.schema"
import { type Endpoint, nothing } from "../endpoint"

const mine = { tag: "Account", auth: "user", token: "never" } as const

/** The second step of signing in, passkeys, and the proof that it is oneself who changes them. */
export const security: readonly Endpoint[] = [
  {
    ...mine,
    method: "GET",
    path: "/api/me/two-factor",
    operation: SecondFactor.get,
    summary: "Whether signing in asks for a code as well",
    answers: { 200: TwoFactorView },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/two-factor",
    operation: SecondFactor.begin,
    summary:
      "A key for an authenticator app, told this once; nothing changes before a code of it is confirmed",
    answers: { 201: TwoFactorKeyView },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/two-factor/confirm",
    operation: SecondFactor.confirm,
    summary: "Turn two-factor sign-in on with a code of the app; the recovery codes are told this once",
    answers: { 200: RecoveryCodesView },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/two-factor/recovery-codes",
    operation: SecondFactor.renewCodes,
    summary: "New recovery codes in place of all before, told this once",
    answers: { 200: RecoveryCodesView },
  },
  {
    ...mine,
    method: "DELETE",
    path: "/api/me/two-factor",
    operation: SecondFactor.turnOff,
    summary: "Turn two-factor sign-in off",
    answers: { 204: nothing },
  },
  {
    ...mine,
    method: "GET",
    path: "/api/me/passkeys",
    operation: Passkey.list,
    summary: "One's passkeys",
    answers: { 200: PasskeysView },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/passkeys/options",
    operation: Passkey.creation,
    summary: "What a browser needs to make a passkey (WebAuthn's creation options)",
    answers: { 200: CreationOptions },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/passkeys",
    operation: Passkey.register,
    summary: "Keep a passkey that a browser has made",
    answers: { 201: PasskeyView },
  },
  {
    ...mine,
    method: "PATCH",
    path: "/api/me/passkeys/{passkeyId}",
    operation: Passkey.rename,
    summary: "Give a passkey another name",
    answers: { 200: PasskeyView },
  },
  {
    ...mine,
    method: "DELETE",
    path: "/api/me/passkeys/{passkeyId}",
    operation: Passkey.remove,
    summary: "Remove a passkey",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/account/passkeys",
    operation: Passkey.request,
    summary: "What a browser needs to sign in with a passkey (WebAuthn's request options)",
    tag: "Account",
    auth: "anyone",
    token: "never",
    answers: { 200: RequestOptions },
  },
  {
    ...mine,
    method: "GET",
    path: "/api/me/proof",
    operation: SignIn.proofs,
    summary: "How one may prove who one is, and whether that was done in the last quarter of an hour",
    answers: { 200: ProofView },
  },
  {
    ...mine,
    method: "POST",
    path: "/api/me/proof",
    operation: SignIn.prove,
    summary: "Prove who one is, with a password, a code or a passkey; needed to change the ways in",
    answers: { 204: nothing },
  },
  {
    ...mine,
    method: "PATCH",
    path: "/api/me/sessions/{sid}",
    operation: Session.recognise,
    summary: "Say that it was oneself who signed in on a new device",
    answers: { 204: nothing },
  },
]
