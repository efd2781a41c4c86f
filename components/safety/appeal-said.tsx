import { useFormatter, useTranslations } from "next-intl"
import type { DecisionForModerator } from "@/core/moderation/moderation.schema"

type Props = { appeal: NonNullable<DecisionForModerator["appeal"]> }

/** What was said against a decision, when, and how it was answered: for those who moderate. */
export function AppealSaid({ appeal }: Props) {
  const t = useTranslations("safety.appealSaid")
  const format = useFormatter()
  const when = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
  const { text, at, status, counterNotice, swornBy, answer, answeredAt } = appeal
  return (
    <div className="stack stack--4">
      <p className="faint xs">
        {t(counterNotice ? "counter" : "appeal", { when: when(at) })} ·{" "}
        {swornBy && `${t("swornBy", { name: swornBy })} · `}
        {t(status)}
      </p>
      <blockquote className="quote whitespace-pre-line" dir="auto">
        {text}
      </blockquote>
      {answer && answeredAt && (
        <>
          <p className="faint xs">{t("answer", { when: when(answeredAt) })}</p>
          <p className="muted whitespace-pre-line" dir="auto">
            {answer}
          </p>
        </>
      )}
    </div>
  )
}
