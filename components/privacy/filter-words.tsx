"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { people } from "@/components/api/people"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { FiltersView } from "@/core/block/block.schema"

type Props = { words: FiltersView["words"] }

/** Words whose posts one does not want to see: one is added or taken away at a time. */
export function FilterWords({ words: first }: Props) {
  const t = useTranslations("settings.privacy.filters")
  const problemText = useProblemText()
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(first)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)

  const save = async (next: string[], said: string) => {
    if (busy) return
    setBusy(true)
    setFault(undefined)
    try {
      setWords((await people.setFilters(next)).words)
      form.current?.reset()
      toast(said)
    } catch (error) {
      setFault((error instanceof ProblemError && error.errors[0]?.message) || problemText(error))
    }
    setBusy(false)
    input.current?.focus()
  }

  return (
    <div className="stack stack--16">
      <form
        ref={form}
        className="field"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const word = String(new FormData(event.currentTarget).get("word")).trim()
          if (word) save([...words, word], t("added", { word }))
        }}
      >
        <label className="field__label" htmlFor="filter-word">
          {t("word")}
        </label>
        <div className="row">
          <input
            ref={input}
            className="input grow"
            id="filter-word"
            name="word"
            maxLength={60}
            autoComplete="off"
            aria-invalid={fault ? true : undefined}
            aria-describedby="filter-fault"
          />
          <button type="submit" className="btn btn--line" aria-disabled={busy}>
            {t("add")}
          </button>
        </div>
        <p id="filter-fault" role="alert" className="err empty:hidden">
          {fault}
        </p>
      </form>
      {words.length > 0 && (
        <ul className="words" aria-label={t("title")}>
          {words.map((word) => (
            <li key={word}>
              <span className="cut" dir="auto">
                {word}
              </span>
              <button
                type="button"
                className="icon"
                aria-label={t("remove", { word })}
                onClick={() =>
                  save(
                    words.filter((other) => other !== word),
                    t("removed", { word }),
                  )
                }
              >
                <X className="i i--sm" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
