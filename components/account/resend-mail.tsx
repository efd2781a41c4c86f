"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { account } from "@/components/api/account"
import { useProblemText } from "@/components/use-problem-text"

/** Has the mail that confirms an address sent once more, and says that it was. */
export function ResendMail({ email }: { email: string }) {
  const t = useTranslations("auth.resend")
  const problemText = useProblemText()
  const [said, say] = useState("")
  const [busy, start] = useTransition()
  const send = () => {
    if (busy) return
    start(async () => {
      try {
        await account.resendVerification(email)
        say(t("sent", { email }))
      } catch (error) {
        say(problemText(error))
      }
    })
  }
  return (
    <div className="stack">
      <p role="status" className="muted empty:hidden">
        {said}
      </p>
      <div>
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={send}>
          {t("again")}
        </button>
      </div>
    </div>
  )
}
