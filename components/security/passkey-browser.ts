import { type SignedAssertion, security } from "@/components/api/security"

/** What asks the browser's authenticators: fetched when it is first needed. */
const webauthn = () => import("@simplewebauthn/browser")

/** Whether it was the person who turned back, or nothing answered in time: that needs no words. */
export const turnedBack = (error: unknown) =>
  error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError")

type Options = {
  /** Waits until one is chosen among what the browser offers for a field. */
  offered?: boolean
  /** Keeps it from being asked for any more; what the browser asks for already ends when it is asked for something else. */
  signal?: AbortSignal
}

/**
 * Has a passkey sign that its person is here.
 * @returns undefined where one is to be offered, and the browser offers none
 */
export async function signed({
  offered = false,
  signal,
}: Options = {}): Promise<SignedAssertion | undefined> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await webauthn()
  if (offered && !(await browserSupportsWebAuthnAutofill())) return undefined
  signal?.throwIfAborted()
  const optionsJSON = await security.request()
  signal?.throwIfAborted()
  const { clientExtensionResults: _, ...assertion } = await startAuthentication({
    optionsJSON,
    useBrowserAutofill: offered,
  })
  return assertion
}

/** Has the browser make a passkey, and keeps it. */
export async function madePasskey() {
  const optionsJSON = await security.creation()
  const { startRegistration } = await webauthn()
  const { clientExtensionResults: _, ...credential } = await startRegistration({ optionsJSON })
  return security.register(credential)
}
