"use client"

import { type FormEvent, useId, useState, useTransition } from "react"
import { admin } from "@/components/api/admin"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

type Props = {
  what: "person" | "anything"
  words: { who: string; hint: string; find: string }
  maxLength?: number
}

/** Finds the page of what was typed. */
const pages: Record<Props["what"], (typed: string) => Promise<string>> = {
  person: async (typed) => `/admin/people/${(await admin.find(typed)).id}`,
  anything: async (typed) => `/admin/explain/${(await admin.subject(typed)).id}`,
}

/**
 * Finds a person, or anything. What is typed is sent in a body: an e-mail address, or a signed link, stands in no address
 * and in no log.
 */
export function FindForm({ what, words, maxLength = 254 }: Props) {
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
        const page = await pages[what](who)
        setRefusal(undefined)
        router.push(page)
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
          maxLength={maxLength}
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
