"use client"

import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { sessions } from "@/components/api/sessions"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { Link, useRouter } from "@/i18n/navigation"

type Props = { sessionId: string; text: string }

/** Whether a sign-in was oneself. If not, its session ends, and the way leads on to a new password. */
export function NewDeviceActs({ sessionId, text }: Props) {
  const t = useTranslations("settings.sessions")
  const router = useRouter()
  const problemText = useProblemText()
  const [isEnded, setEnded] = useState(false)
  const [busy, start] = useTransition()
  const act = (run: () => Promise<void>) => () => {
    if (busy) return
    start(async () => {
      try {
        await run()
      } catch (error) {
        toast(problemText(error))
      }
    })
  }
  const yes = act(async () => {
    await sessions.recognise(sessionId)
    toast(t("thanks"))
    router.refresh()
  })
  const no = act(async () => {
    await sessions.end(sessionId)
    setEnded(true)
  })
  return (
    <section className="notice notice--warn" aria-label={text}>
      <TriangleAlert className="i" aria-hidden="true" />
      <div className="stack stack--12 min-w-0">
        <div>
          <p className="med" role="status">
            {isEnded ? t("ended") : text}
          </p>
          <p className="muted">{isEnded ? t("endedChange") : t("wasIt")}</p>
        </div>
        <div className="row row--wrap">
          {isEnded ? (
            <Link className="btn btn--primary" href="/settings/account">
              {t("change")}
            </Link>
          ) : (
            <>
              <button type="button" className="btn btn--line" aria-disabled={busy} onClick={yes}>
                {t("yes")}
              </button>
              <button type="button" className="btn btn--danger" aria-disabled={busy} onClick={no}>
                {t("no")}
              </button>
            </>
          )}
        </div>
      </div>
    </section>
  )
}
