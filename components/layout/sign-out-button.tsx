"use client"

import { LogOut } from "lucide-react"
import { useState } from "react"
import { sessions } from "@/components/api/sessions"
import { toast } from "@/components/ui/toast"

type Props = {
  /** Where to go then; a full load, so that nothing of the session stays in memory. */
  home: string
  words: { signOut: string; failed: string }
}

export function SignOutButton({ home, words }: Props) {
  const [busy, setBusy] = useState(false)
  const signOut = async () => {
    setBusy(true)
    try {
      await sessions.signOut()
      window.location.assign(home)
    } catch {
      setBusy(false)
      toast(words.failed)
    }
  }
  return (
    <button type="button" aria-disabled={busy} onClick={busy ? undefined : signOut}>
      <LogOut className="i" aria-hidden="true" />
      {words.signOut}
    </button>
  )
}
