"use client"

import { useTranslations } from "next-intl"
import { useTransition } from "react"
import { departure } from "@/components/api/departure"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

/** Takes back that the account is to be deleted. */
export function KeepAccount() {
  const t = useTranslations("data.leave")
  const problemText = useProblemText()
  const router = useRouter()
  const [busy, start] = useTransition()
  const keep = () => {
    if (busy) return
    start(async () => {
      try {
        await departure.stay()
        toast(t("kept"))
        router.refresh()
      } catch (error) {
        toast(problemText(error))
      }
    })
  }
  return (
    <div>
      <button type="button" className="btn btn--primary" aria-disabled={busy} onClick={keep}>
        {t("keepAccount")}
      </button>
    </div>
  )
}
