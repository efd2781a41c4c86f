"use client"

import { type FormEvent, useId, useState, useTransition } from "react"
import { admin } from "@/components/api/admin"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

type Props = { words: { who: string; hint: string; find: string } }

/** Finds a person. What is typed is sent in a body: an e-mail address stands in no address and in no log. */
export function FindPerson({ words }: Props) {
  const [refusal, setRefusal] = useState<string>()
  const [busy, start] = useTransition()
  const router = useRouter()
  const problemText = useProblemText()
  const id = useId()
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const who = String(new FormData(event.currentTarget).get("who") ?? "").trim()
    if (busy || who === "") return
    start(async () => {
      try {
        const found = await admin.find(who)
        setRefusal(undefined)
        router.push(`/admin/people/${found.id}`)
      } catch (error) {
        setRefusal(problemText(error))
      }
    })
  }
  return (
    <form className="stack stack--4 lead" onSubmit={find}>
      <label className="field__label" htmlFor={id}>
        {words.who}
      </label>
      <div className="row">
        <input
          id={id}
          name="who"
          className="input"
          required
          maxLength={254}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={refusal !== undefined}
          aria-describedby={`${id}-hint`}
        />
        <button type="submit" className="btn btn--primary" aria-disabled={busy}>
          {busy && <span className="spin" aria-hidden="true" />}
          {words.find}
        </button>
      </div>
      <p id={`${id}-hint`} className={refusal ? "err" : "hint"} role={refusal ? "alert" : undefined}>
        {refusal ?? words.hint}
      </p>
    </form>
  )
}
