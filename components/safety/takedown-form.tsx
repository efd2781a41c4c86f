"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { safety } from "@/components/api/safety"
import { Right } from "@/core/takedown/takedown.schema"
import { Refusal } from "./refusal"
import { SendButton } from "./send-button"
import { useSending } from "./use-sending"

/** A legal notice, from anybody. */
export function TakedownForm() {
  const t = useTranslations("safety.takedown")
  const [sent, setSent] = useState<string>()
  const { refusal, busy, send } = useSending()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? "")
    send(async () => {
      const { id } = await safety.takedown({
        address: said("address"),
        name: said("name"),
        email: said("email"),
        right: Right.parse(said("right")),
        text: said("text"),
        sworn: true,
      })
      setSent(id)
    })
  }
  if (sent)
    return (
      <p className="notice notice--ok wrap" role="status">
        {t("sent", { id: sent })}
      </p>
    )
  return (
    <form className="stack stack--16" onSubmit={submit}>
      <div className="field">
        <label className="field__label" htmlFor="address">
          {t("address")}
        </label>
        <input
          id="address"
          name="address"
          className="input"
          required
          maxLength={500}
          aria-describedby="address-hint"
        />
        <p id="address-hint" className="hint">
          {t("addressHint")}
        </p>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="right">
          {t("right")}
        </label>
        <select id="right" name="right" className="input">
          {Right.options.map((right) => (
            <option key={right} value={right}>
              {t(`rights.${right}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="text">
          {t("text")}
        </label>
        <textarea
          id="text"
          name="text"
          className="input min-h-35"
          rows={5}
          required
          minLength={20}
          maxLength={3000}
        />
      </div>
      <div className="field">
        <label className="field__label" htmlFor="name">
          {t("name")}
        </label>
        <input id="name" name="name" className="input" required maxLength={200} autoComplete="name" />
      </div>
      <div className="field">
        <label className="field__label" htmlFor="email">
          {t("email")}
        </label>
        <input id="email" name="email" type="email" className="input" required autoComplete="email" />
      </div>
      <label className="check">
        <input type="checkbox" name="sworn" required />
        <span>{t("sworn")}</span>
      </label>
      <Refusal text={refusal} />
      <div className="row">
        <SendButton busy={busy} label={t("send")} />
      </div>
    </form>
  )
}
