"use client"

import { useId, useState } from "react"
import { admin } from "@/components/api/admin"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

type Deed = "suspend" | "restore" | "signOut"
type Question = { title: string; text: string }
type Props = {
  userId: string
  suspended: boolean
  words: { why: string; keep: string; acts: Record<Deed, string>; done: Record<Deed, string> }
  questions: { suspend: Question; signOut: Question }
}

/** Suspends, restores, or signs out everywhere, with a reason. */
export function Standing({ userId, suspended, words, questions }: Props) {
  const [why, setWhy] = useState("")
  const [asked, setAsked] = useState<"suspend" | "signOut">()
  const [refusal, setRefusal] = useState<string>()
  const router = useRouter()
  const problemText = useProblemText()
  const id = useId()
  const run = async (deed: Deed) => {
    try {
      if (deed === "signOut") await admin.signOut(userId, why)
      else await admin.setStanding(userId, deed === "suspend" ? "suspended" : "active", why)
      toast(words.done[deed])
      setWhy("")
      setRefusal(undefined)
    } catch (error) {
      setRefusal(problemText(error))
    }
    setAsked(undefined)
    router.refresh()
  }
  const isExplained = why.trim().length >= 3
  const act = (deed: Deed, className: string, does: () => void) => (
    <button
      type="button"
      className={`btn ${className}`}
      aria-disabled={!isExplained}
      onClick={isExplained ? does : undefined}
    >
      {words.acts[deed]}
    </button>
  )
  return (
    <div className="stack">
      <label className="field__label" htmlFor={id}>
        {words.why}
      </label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      {refusal && (
        <p className="err" role="alert">
          {refusal}
        </p>
      )}
      <div className="row row--wrap">
        {suspended
          ? act("restore", "btn--primary", () => run("restore"))
          : act("suspend", "btn--danger", () => setAsked("suspend"))}
        {act("signOut", "btn--line", () => setAsked("signOut"))}
      </div>
      {asked && (
        <Ask
          open
          onClose={() => setAsked(undefined)}
          {...questions[asked]}
          keep={words.keep}
          act={words.acts[asked]}
          onAct={() => run(asked)}
        />
      )}
    </div>
  )
}
