"use client"

import { useState, useTransition } from "react"
import { admin } from "@/components/api/admin"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

type Props = {
  letter: { of: string; id: string; byCommand: boolean }
  words: Record<"redrive" | "discard" | "keep" | "ask" | "askText" | "redriven" | "discarded", string>
}

/** Sends a dead letter again, or forgets it. */
export function LetterActs({ letter, words }: Props) {
  const [asking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const router = useRouter()
  const problemText = useProblemText()
  const does = async (act: () => Promise<void>, done: string) => {
    try {
      await act()
      toast(done)
      router.push("/admin/dead-letters")
    } catch (error) {
      toast(problemText(error))
    }
    setAsking(false)
  }
  const redrive = () => start(() => does(() => admin.redriveLetter(letter.of, letter.id), words.redriven))
  return (
    <div className="row row--wrap">
      {!letter.byCommand && (
        <button
          type="button"
          className="btn btn--primary"
          aria-disabled={busy}
          onClick={busy ? undefined : redrive}
        >
          {busy && <span className="spin" aria-hidden="true" />}
          {words.redrive}
        </button>
      )}
      <button type="button" className="btn btn--danger-quiet" onClick={() => setAsking(true)}>
        {words.discard}
      </button>
      <Ask
        open={asking}
        onClose={() => setAsking(false)}
        title={words.ask}
        text={words.askText}
        keep={words.keep}
        act={words.discard}
        onAct={() => does(() => admin.discardLetter(letter.of, letter.id), words.discarded)}
      />
    </div>
  )
}
