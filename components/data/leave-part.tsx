"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { departure } from "@/components/api/departure"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { Link } from "@/i18n/navigation"
import { DeleteAccount } from "./delete-account"

type Props = { days: number; posts: number; password: boolean; home: string }

/** Going away, for a while or for good. */
export function LeavePart({ days, posts, password, home }: Props) {
  const t = useTranslations("data.leave")
  const problemText = useProblemText()
  const [asks, setAsks] = useState(false)
  const pause = async () => {
    try {
      await departure.deactivate()
      window.location.assign(home)
    } catch (error) {
      toast(problemText(error))
      setAsks(false)
    }
  }
  return (
    <>
      <div className="stack">
        <h3 className="med">{t("pause")}</h3>
        <p className="muted">{t("pauseLead")}</p>
        <div>
          <button type="button" className="btn btn--line" onClick={() => setAsks(true)}>
            {t("pauseAct")}
          </button>
        </div>
      </div>
      <div className="stack">
        <h3 className="med">{t("remove")}</h3>
        <p className="muted">{t("removeLead", { days })}</p>
        <p>
          <Link href="/privacy#deleted">{t("more")}</Link>
        </p>
        <DeleteAccount days={days} posts={posts} password={password} home={home} />
      </div>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t("pauseAsk")}
        text={t("pauseText")}
        keep={t("stayHere")}
        act={t("pauseAct")}
        onAct={pause}
      />
    </>
  )
}
