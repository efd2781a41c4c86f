"use client"

import { useId, useState } from "react"
import { Dialog } from "@/components/ui/dialog"

type Props = {
  className: string
  /** The act, on the button and again in the question. */
  act: string
  title: string
  text: string
  keep: string
  onSure: () => void
}

/** A button whose act cannot be undone: it asks first. */
export function AskFirst({ className, act, title, text, keep, onSure }: Props) {
  const [open, setOpen] = useState(false)
  const heading = useId()
  const sure = () => {
    setOpen(false)
    onSure()
  }
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {act}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} labelledBy={heading} className="dialog dialog--sm">
        <h2 id={heading} className="h-page">
          {title}
        </h2>
        <p className="muted base">{text}</p>
        <form method="dialog" className="dialog__end">
          <button type="submit" className="btn btn--line">
            {keep}
          </button>
          <button type="button" className="btn btn--danger" onClick={sure}>
            {act}
          </button>
        </form>
      </Dialog>
    </>
  )
}
