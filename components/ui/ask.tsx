"use client"

import { useId, useState } from "react"
import { Dialog } from "./dialog"

type Props = {
  open: boolean
  onClose: () => void
  title: string
  text: string
  /** The two ways out: leave it, or do it. */
  keep: string
  act: string
  /** Does it; the dialog stays, busy, until this has ended. */
  onAct: () => Promise<void>
}

/** Asks before something that is not easily undone, and says what it does. */
export function Ask({ open, onClose, title, text, keep, act, onAct }: Props) {
  const titleId = useId()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await onAct()
    setBusy(false)
  }
  return (
    <Dialog open={open} onClose={onClose} labelledBy={titleId} className="dialog dialog--sm">
      <h2 id={titleId} className="h-page">
        {title}
      </h2>
      <p className="muted base">{text}</p>
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {keep}
        </button>
        <button
          type="button"
          className="btn btn--danger"
          aria-disabled={busy}
          onClick={busy ? undefined : run}
        >
          {busy && <span className="spin" aria-hidden="true" />}
          {act}
        </button>
      </form>
    </Dialog>
  )
}
