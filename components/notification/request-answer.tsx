import { useTranslations } from "next-intl"
import { useState } from "react"
import { people } from "@/components/api/people"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { AuthorView } from "@/core/user/user.schema"

type Props = { person: AuthorView; onAnswered: () => void }

/** The two answers to somebody who asks to follow. */
export function RequestAnswer({ person: { id, name }, onAnswered }: Props) {
  const t = useTranslations("notifications.request")
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)

  const decide = async (decision: "accept" | "decline") => {
    if (isBusy) return
    setBusy(true)
    try {
      await people.decide(id, decision)
      onAnswered()
      toast(t(decision === "accept" ? "accepted" : "declined", { name }))
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(false)
  }
  return (
    <div className="row notes__above">
      {(["accept", "decline"] as const).map((decision) => (
        <button
          key={decision}
          type="button"
          className={`btn btn--sm ${decision === "accept" ? "btn--primary" : "btn--line"}`}
          aria-label={t(`${decision}Name`, { name })}
          aria-disabled={isBusy}
          onClick={() => decide(decision)}
        >
          {t(decision)}
        </button>
      ))}
    </div>
  )
}
