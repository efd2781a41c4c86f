"use client"

import { useTranslations } from "next-intl"
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { TextField } from "@/components/account/text-field"
import { guests } from "@/components/api/guests"
import { ProblemError } from "@/components/api-call"
import { useProblemText } from "@/components/use-problem-text"
import { guestCalled, knownGuest } from "./guest-self"

type Props = { token: string; postId: string; author: string }

const most = 1000

/** A guest's name, asked once in a browser, and their words; then for whom they wait. */
export function GuestWordsForm({ token, postId, author }: Props) {
  const t = useTranslations("share.words")
  const problemText = useProblemText()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [known, setKnown] = useState<string | undefined>(() => knownGuest()?.name)
  const [text, setText] = useState("")
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(0)
  useEffect(() => field.current?.focus(), [])
  const length = [...text.trim()].length
  const isFit = length > 0 && length <= most
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !isFit) return
    const name = known ?? String(new FormData(event.currentTarget).get("name") ?? "").trim()
    if (!name) return setProblem(t("nameMissing"))
    setBusy(true)
    setProblem(undefined)
    try {
      await guests.say(token, postId, { name, text })
      guestCalled(name)
      setKnown(name)
      setText("")
      setSent((before) => before + 1)
    } catch (error) {
      const [first] = error instanceof ProblemError ? error.errors : []
      setProblem(first?.message ?? problemText(error))
    }
    setBusy(false)
  }
  return (
    <form className="stack stack--12" onSubmit={send}>
      <FormProblem>{problem}</FormProblem>
      {known === undefined ? (
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint", { name: author })}
          maxLength={60}
          autoComplete="name"
        />
      ) : (
        <p className="row row--wrap">
          <span className="faint" dir="auto">
            {t("as", { name: known })}
          </span>
          <button type="button" className="btn btn--quiet btn--sm" onClick={() => setKnown(undefined)}>
            {t("rename")}
          </button>
        </p>
      )}
      <div className="field">
        <div className="field__label">
          <label htmlFor={id}>{t("text")}</label>
          {length > most - 100 && <span className="opt num">{t("left", { count: most - length })}</span>}
        </div>
        <textarea
          ref={field}
          id={id}
          className="input"
          rows={3}
          dir="auto"
          value={text}
          aria-invalid={length > most ? true : undefined}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {t("textHint", { name: author })}
        </p>
      </div>
      <button type="submit" className="btn btn--primary justify-self-start" aria-disabled={busy || !isFit}>
        {busy && <span className="spin" aria-hidden="true" />}
        {t("send")}
      </button>
      <div role="status">
        {sent > 0 && <p className="notice notice--ok">{t("waits", { name: author, count: sent })}</p>}
      </div>
    </form>
  )
}
