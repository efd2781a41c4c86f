"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { safety } from "@/components/api/safety"
import { maxReason } from "@/core/moderation/moderation.schema"
import { Refusal } from "./refusal"
import { SendButton } from "./send-button"
import { useSending } from "./use-sending"

type Props = {
  id: string
  proof?: string | undefined
  /** Whether a legal notice is answered: then its author swears to the answer. */
  counter: boolean
}

/** Why a decision is wrong, once. */
export function AppealForm({ id, proof, counter }: Props) {
  const t = useTranslations("safety.decision")
  const [sent, setSent] = useState(false)
  const { refusal, busy, send } = useSending()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? "")
    send(async () => {
      await safety.appeal(id, {
        text: said("text"),
        ...(proof ? { proof } : {}),
        ...(counter ? { counterNotice: { name: said("name"), sworn: true } } : {}),
      })
      setSent(true)
    })
  }
  if (sent)
    return (
      <p className="notice notice--ok" role="status">
        {t("appealSent")}
      </p>
    )
  return (
    <form className="stack stack--16" onSubmit={submit}>
      <div className="field">
        <label className="field__label" htmlFor="text">
          {t("appealText")}
        </label>
        <textarea
          id="text"
          name="text"
          className="input min-h-28"
          rows={4}
          required
          minLength={3}
          maxLength={maxReason}
        />
      </div>
      {counter && (
        <>
          <div className="field">
            <label className="field__label" htmlFor="name">
              {t("counterName")}
            </label>
            <input id="name" name="name" className="input" required maxLength={200} autoComplete="name" />
          </div>
          <label className="check">
            <input type="checkbox" required />
            <span>{t("counterSworn")}</span>
          </label>
        </>
      )}
      <Refusal text={refusal} />
      <div className="row">
        <SendButton busy={busy} label={t("appealSend")} />
      </div>
    </form>
  )
}
