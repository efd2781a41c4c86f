import { useState, useTransition } from "react"
import { useProblemText } from "@/components/use-problem-text"

/** Sends something once at a time, and keeps what was wrong with it to be shown. */
export function useSending() {
  const [refusal, setRefusal] = useState<string>()
  const [busy, start] = useTransition()
  const problemText = useProblemText()
  const send = (run: () => Promise<void>) => {
    if (busy) return
    start(async () => {
      try {
        setRefusal(undefined)
        await run()
      } catch (error) {
        setRefusal(problemText(error))
      }
    })
  }
  return { refusal, setRefusal, busy, send }
}
