"use client"

import { sessions } from "@/components/api/sessions"
import { useEnding } from "./use-ending"

type Props = { sessionId: string; name: string; children: string }

/** Ends one device's session. */
export function EndSessionButton({ sessionId, name, children }: Props) {
  const { act, busy } = useEnding(() => sessions.end(sessionId))
  return (
    <button
      type="button"
      className="btn btn--line btn--sm"
      aria-label={name}
      aria-disabled={busy}
      onClick={act}
    >
      {children}
    </button>
  )
}
