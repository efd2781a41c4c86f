"use client"

import { useFormatter, useTranslations } from "next-intl"
import { AppealSaid } from "@/components/safety/appeal-said"
import type { DecisionForModerator, Queue } from "@/core/moderation/moderation.schema"
import { AnswerForm } from "./answer-form"
import { UndoForm } from "./undo-form"

/** What was decided about a thing so far, what was said against it, and the way to take it back. */
export function CaseDecisions({
  decisions,
  queue,
}: {
  decisions: readonly DecisionForModerator[]
  queue: Queue
}) {
  const t = useTranslations("safety")
  const format = useFormatter()
  if (decisions.length === 0) return null
  return (
    <section className="stack stack--16">
      <h2 className="h-sec">{t("desk.decisions")}</h2>
      {decisions.map((decision) => {
        const { id, act, rule, reason, by, at, undone, appeal, mayAnswer } = decision
        return (
          <div key={id} className="panel panel__pad stack">
            <p className="med">
              {t(`done.${act}`)}{" "}
              <span className="faint xs">
                {t("desk.by", { name: by })} ·{" "}
                {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
                {undone && ` · ${t("desk.undoneMark")}`}
              </span>
            </p>
            {reason && (
              <p className="muted whitespace-pre-line" dir="auto">
                {t(`rules.${rule}`)}: {reason}
              </p>
            )}
            {appeal && <AppealSaid appeal={appeal} />}
            {appeal?.status === "open" && mayAnswer && <AnswerForm id={id} />}
            {appeal?.status === "open" && !mayAnswer && <p className="faint xs">{t("desk.otherAnswers")}</p>}
            {!undone && appeal?.status !== "open" && <UndoForm id={id} open={queue === "decided"} />}
          </div>
        )
      })}
    </section>
  )
}
