"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { sessions } from "@/components/api/sessions"
import { useProblemText } from "@/components/use-problem-text"
import { ageMark, type Provider } from "@/core/identity/identity.schema"

type Props = { provider: Provider; next: string; joining: boolean; children: ReactNode }

/** Leaves for a provider, and comes back signed in. */
export function ProviderButton({ provider, next, joining, children }: Props) {
  const t = useTranslations("auth")
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const leave = async () => {
    // Who is not known yet joins by this too, and is asked the same as with a password.
    const age = joining ? document.querySelector<HTMLInputElement>("input[data-age]") : null
    if (age && !age.checked) {
      setProblem(t("faults.age_first"))
      age.focus()
      return
    }
    setBusy(true)
    setProblem(undefined)
    try {
      await sessions.continueWith(provider, age ? next + ageMark : next)
    } catch (error) {
      setProblem(problemText(error))
    }
    // Whoever comes back with the browser's button finds it as it was.
    setBusy(false)
  }
  return (
    <>
      <FormProblem>{problem}</FormProblem>
      <button
        type="button"
        className="btn btn--line btn--lg btn--wide"
        aria-disabled={busy}
        onClick={busy ? undefined : leave}
      >
        {children}
      </button>
    </>
  )
}
