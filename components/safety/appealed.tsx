import { useFormatter, useTranslations } from "next-intl"
import { ClientMessages } from "@/components/client-messages"
import type { DecisionView } from "@/core/moderation/moderation.schema"
import { AppealForm } from "./appeal-form"
import { AppealSaid } from "./appeal-said"

type Props = { decision: DecisionView; proof?: string | undefined }

/** The appeal against a decision: how to make it, or how it stands. */
export function Appealed({ decision: { id, appeal, appealUntil, notice, undone, own }, proof }: Props) {
  const t = useTranslations("safety.decision")
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" })
  // Who moderates reads it, and it is not theirs.
  if (!own) return appeal ? <AppealSaid appeal={appeal} /> : null
  if (appeal)
    return (
      <section className="panel panel__pad stack stack--16">
        <p className="med">
          {appeal.status === "open" && t("appealOpen", { date: day(appeal.at) })}
          {appeal.status === "granted" && t("appealGranted")}
          {appeal.status === "upheld" && t("appealUpheld")}
        </p>
        <div>
          <p className="faint xs">{t("yours")}</p>
          <p className="whitespace-pre-line" dir="auto">
            {appeal.text}
          </p>
        </div>
        {appeal.answer && (
          <div>
            <p className="faint xs">{t("answer")}</p>
            <p className="whitespace-pre-line" dir="auto">
              {appeal.answer}
            </p>
          </div>
        )}
      </section>
    )
  if (undone) return null
  if (!appealUntil) return <p className="faint">{t("over")}</p>
  return (
    <section className="panel panel__pad stack stack--16">
      <div className="stack stack--4">
        <h2 className="h-sec">{t(notice ? "counterTitle" : "appealTitle")}</h2>
        <p className="muted">{t("appealLead", { date: day(appealUntil) })}</p>
      </div>
      <ClientMessages of={["api", "safety"]}>
        <AppealForm id={id} proof={proof} counter={notice !== undefined} />
      </ClientMessages>
    </section>
  )
}
