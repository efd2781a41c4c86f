"use client"

import { type ReactNode, useState } from "react"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { ConfirmDialog } from "./confirm-dialog"
import { turnedBack } from "./passkey-browser"

/**
 * Does what needs a fresh proof of who one is: where there is none, asks for it and then does it.
 * @param onRefused shows why it could not be done; by itself that is told in passing
 * @returns how to do it, and the dialog, which has to be on the page
 */
export function useConfirmed(onRefused?: (error: unknown) => void): {
  run: (act: () => Promise<void>) => Promise<void>
  busy: boolean
  dialog: ReactNode
} {
  const problemText = useProblemText()
  const [waiting, setWaiting] = useState<() => Promise<void>>()
  const [busy, setBusy] = useState(false)
  const refused = onRefused ?? ((error: unknown) => toast(problemText(error)))
  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
    } catch (error) {
      if (error instanceof ProblemError && error.reason === "confirm_yourself") setWaiting(() => act)
      else if (!turnedBack(error)) refused(error)
    }
    setBusy(false)
  }
  const proved = () => {
    const act = waiting
    setWaiting(undefined)
    if (act) void run(act)
  }
  const dialog = (
    <ConfirmDialog open={waiting !== undefined} onClose={() => setWaiting(undefined)} onProved={proved} />
  )
  return { run, busy, dialog }
}
