"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { account } from "@/components/api/account"
import { useProblemText } from "@/components/use-problem-text"

/** For who has no password yet: the mail that sets one. */
export function FirstPassword({ email }: { email: string }) {
  const t = useTranslations("access.noPassword")
  const problemText = useProblemText()
  const [said, say] = useState("")
  const [busy, start] = useTransition()
  const send = () => {
    if (busy) return
    start(async () => {
      try {
        await account.forgotPassword(email)
        say(t("sent", { email }))
      } catch (error) {
        say(problemText(error))
      }
    })
  }
  return (
    <>
      <p role="status" className="muted empty:hidden">
        {said}
      </p>
      <div>
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={send}>
          {t("send")}
        </button>
      </div>
    </>
  )
}
