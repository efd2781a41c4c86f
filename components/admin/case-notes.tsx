"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useId } from "react"
import { safety } from "@/components/api/safety"
import { Refusal } from "@/components/safety/refusal"
import { useSending } from "@/components/safety/use-sending"
import type { CaseView } from "@/core/moderation/moderation.schema"
import { useRouter } from "@/i18n/navigation"

/** What moderators tell each other about a case. */
export function CaseNotes({ target, notes }: { target: string; notes: CaseView["notes"] }) {
  const t = useTranslations("safety.desk")
  const router = useRouter()
  const { refusal, busy, send } = useSending()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    send(async () => {
      await safety.note(target, String(new FormData(form).get("note")))
      form.reset()
      router.refresh()
    })
  }
  return (
    <section className="stack">
      <h2 className="h-sec">{t("notes")}</h2>
      {notes.map(({ by, text, at }) => (
        <p key={at} className="muted" dir="auto">
          <span className="faint">@{by?.handle}</span> {text}
        </p>
      ))}
      <form className="stack stack--4" onSubmit={submit}>
        <label className="faint xs" htmlFor={id}>
          {t("note")}
        </label>
        <div className="row">
          <input id={id} name="note" className="input" required maxLength={2000} autoComplete="off" />
          <button type="submit" className="btn btn--line" aria-disabled={busy}>
            {t("addNote")}
          </button>
        </div>
        <Refusal text={refusal} />
      </form>
    </section>
  )
}
