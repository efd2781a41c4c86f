"use client"

import { useTranslations } from "next-intl"
import { useTransition } from "react"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

/** Runs one act on the sessions, then shows the list as it is now and says how it went. */
export function useEnding(run: () => Promise<void>) {
  const t = useTranslations("settings.sessions")
  const router = useRouter()
  const problemText = useProblemText()
  const [busy, start] = useTransition()
  const act = () => {
    if (busy) return
    start(async () => {
      try {
        await run()
        toast(t("ended"))
      } catch (error) {
        toast(problemText(error))
      }
      router.refresh()
    })
  }
  return { act, busy }
}
