"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useId } from "react"
import { safety } from "@/components/api/safety"
import { Refusal } from "@/components/safety/refusal"
import { useSending } from "@/components/safety/use-sending"
import { useRouter } from "@/i18n/navigation"

/** Takes a decision back, with the reason for it. */
export function UndoForm({ id, open }: { id: string; open: boolean }) {
  const t = useTranslations("safety.desk")
  const router = useRouter()
  const { refusal, busy, send } = useSending()
  const field = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const why = String(new FormData(event.currentTarget).get("why"))
    send(async () => {
      await safety.undo(id, why)
      router.refresh()
    })
  }
  return (
    <details open={open}>
      <summary className="link">{t("undo")}</summary>
      <form className="stack stack--4" onSubmit={submit}>
        <label className="faint xs" htmlFor={field}>
          {t("undoWhy")}
        </label>
        <div className="row">
          <input
            id={field}
            name="why"
            className="input"
            required
            minLength={3}
            maxLength={2000}
            autoComplete="off"
          />
          <button type="submit" className="btn btn--line" aria-disabled={busy}>
            {t("undo")}
          </button>
        </div>
        <Refusal text={refusal} />
      </form>
    </details>
  )
}
