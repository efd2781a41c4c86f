"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useId, useState } from "react"
import { safety } from "@/components/api/safety"
import { maxReportText, ReportKind } from "@/core/report/report.schema"
import { Refusal } from "./refusal"
import { SendButton } from "./send-button"
import { useSending } from "./use-sending"

type Props = { target: string; what: string }

/** What is wrong with something, and a few words where they help. */
export function ReportForm({ target, what }: Props) {
  const t = useTranslations("safety")
  const [sent, setSent] = useState(false)
  const { refusal, setRefusal, busy, send } = useSending()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const kind = ReportKind.safeParse(form.get("kind"))
    if (!kind.success) return setRefusal(t("report.choose"))
    send(async () => {
      await safety.report({ target, kind: kind.data, text: String(form.get("text") ?? "") })
      setSent(true)
    })
  }
  if (sent)
    return (
      <p className="notice notice--ok" role="status">
        {t("report.sent")}
      </p>
    )
  return (
    <form className="stack stack--16" onSubmit={submit}>
      <fieldset className="stack">
        <legend className="field__label">{t("report.what", { what })}</legend>
        {ReportKind.options.map((kind) => (
          <label key={kind} className="check">
            <input type="radio" name="kind" value={kind} />
            <span>{t(`kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {t("report.words")} <span className="opt">{t("report.optional")}</span>
        </label>
        <textarea id={id} name="text" className="input min-h-23" rows={3} maxLength={maxReportText} />
      </div>
      <Refusal text={refusal} />
      <div className="row">
        <SendButton busy={busy} label={t("report.send")} />
      </div>
    </form>
  )
}
