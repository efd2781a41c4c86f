import { type SignedAssertion, security } from "@/components/api/security"

/** What asks the browser's authenticators: fetched when it is first needed. */
const webauthn = () => import("@simplewebauthn/browser")

/** Whether it was the person who turned back, or nothing answered in time: that needs no words. */
export const turnedBack = (error: unknown) =>
  error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError")

/**
 * Has a passkey sign that its person is here.
 * @param autofill waits until one is chosen among what the browser offers for a field; undefined where it offers none
 */
export async function signed(autofill = false): Promise<SignedAssertion | undefined> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await webauthn()
  if (autofill && !(await browserSupportsWebAuthnAutofill())) return undefined
  const { clientExtensionResults: _, ...assertion } = await startAuthentication({
    optionsJSON: await security.request(),
    useBrowserAutofill: autofill,
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
