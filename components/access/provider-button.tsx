"use client"

import { type ReactNode, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { sessions } from "@/components/api/sessions"
import { useProblemText } from "@/components/use-problem-text"
import type { Provider } from "@/core/identity/identity.schema"

type Props = { provider: Provider; next: string; children: ReactNode }

/** Leaves for a provider, and comes back signed in. */
export function ProviderButton({ provider, next, children }: Props) {
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const leave = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await sessions.continueWith(provider, next)
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
