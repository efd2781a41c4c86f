"use client"

import { useTransition } from "react"
import { access } from "@/components/api/access"
import { sessions } from "@/components/api/sessions"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { Provider } from "@/core/identity/identity.schema"

type Props = { provider: Provider; here: string; name: string; children: string }

/** Notes that an account is to be linked, and leaves for its provider. */
export function LinkButton({ provider, here, name, children }: Props) {
  const problemText = useProblemText()
  const [busy, start] = useTransition()
  const leave = () => {
    if (busy) return
    start(async () => {
      try {
        await access.link(provider)
        await sessions.continueWith(provider, here)
      } catch (error) {
        toast(problemText(error))
      }
    })
  }
  return (
    <button
      type="button"
      className="btn btn--line btn--sm"
      aria-label={name}
      aria-disabled={busy}
      onClick={leave}
    >
      {children}
    </button>
  )
}
