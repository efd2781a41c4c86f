"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { safety } from "@/components/api/safety"
import { Refusal } from "@/components/safety/refusal"
import { useSending } from "@/components/safety/use-sending"
import { useRouter } from "@/i18n/navigation"

/** Answers an appeal, in words that its author reads. */
export function AnswerForm({ id }: { id: string }) {
  const t = useTranslations("safety.desk")
  const router = useRouter()
  const [text, setText] = useState("")
  const { refusal, setRefusal, busy, send } = useSending()
  const field = useId()
  const answer = (given: "granted" | "upheld") => () => {
    if (text.trim().length < 3) return setRefusal(t("reasonShort"))
    send(async () => {
      await safety.answer(id, { answer: given, text })
      router.refresh()
    })
  }
  return (
    <div className="stack">
      <label className="field__label" htmlFor={field}>
        {t("answerLabel")}
      </label>
      <textarea
        id={field}
        className="input min-h-18"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Refusal text={refusal} />
      <div className="row row--wrap">
        <button type="button" className="btn btn--primary" aria-disabled={busy} onClick={answer("granted")}>
          {t("grant")}
        </button>
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={answer("upheld")}>
          {t("uphold")}
        </button>
      </div>
    </div>
  )
}
