import { useEffect, useEffectEvent, useState } from "react"
import { type SignInResult, sessions } from "@/components/api/sessions"
import { signed, turnedBack } from "@/components/security/passkey-browser"
import { keepOffering, type World } from "./keep-offering"

const page: World = {
  isSeen: () => document.visibilityState === "visible",
  onChange: (listener) => {
    // A machine that wakes up tells only that its window is looked at.
    const events: [EventTarget, string][] = [
      [document, "visibilitychange"],
      [window, "focus"],
    ]
    for (const [target, event] of events) target.addEventListener(event, listener)
    return () => {
      for (const [target, event] of events) target.removeEventListener(event, listener)
    }
  },
}

/**
 * Signs in with a passkey: the browser offers them in a field for as long as the page is open.
 * @param hasField whether that field is there
 * @returns what asks for one right away, as a button does
 */
export function usePasskey(hasField: boolean, answered: (answer: SignInResult) => void) {
  const [asking, setAsking] = useState(0)
  const onAnswer = useEffectEvent(answered)
  // The browser does one thing at a time: an offer would end what the button has asked for.
  const offers = hasField && asking === 0
  useEffect(() => {
    if (!offers || !("PublicKeyCredential" in window)) return
    return keepOffering(async (signal) => {
      const passkey = await signed({ offered: true, signal }).catch(() => undefined)
      if (!passkey) return false
      const answer = await signedIn(passkey).catch(() => undefined)
      if (answer) onAnswer(answer)
      return answer !== "signed_in"
    }, page)
  }, [offers])

  return async () => {
    setAsking((count) => count + 1)
    const answer = await asked()
    if (answer) answered(answer)
    // Whoever is signed in leaves the page.
    if (answer !== "signed_in") setAsking((count) => count - 1)
  }
}

const signedIn = (passkey: object) => sessions.signIn({ passkey: JSON.stringify(passkey) })

/** @returns undefined when it was the person who turned back */
async function asked(): Promise<SignInResult | undefined> {
  try {
    const passkey = await signed()
    return passkey && (await signedIn(passkey))
  } catch (error) {
    return turnedBack(error) ? undefined : "passkey_unknown"
  }
}
