"use client"

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react"

type Props = {
  open: boolean
  onClose: () => void
  /** Id of the element that names it. */
  labelledBy?: string
  label?: string
  className?: string
  children: ReactNode
}

/**
 * The browser's own modal dialog: the rest of the page is inert, Esc closes it and the focus goes back to
 * where it was. A click beside it closes it too.
 */
export function Dialog({ open, onClose, labelledBy, label, className = "dialog", children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)

  // Before the effects of what is inside, which may measure.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (open) dialog?.showModal()
    else dialog?.close()
    return () => dialog?.close()
  }, [open])

  useEffect(() => {
    const dialog = ref.current
    const closeOutside = (event: MouseEvent) => {
      if (event.target === dialog) dialog?.close()
    }
    dialog?.addEventListener("click", closeOutside)
    return () => dialog?.removeEventListener("click", closeOutside)
  }, [])

  // The event comes late: by then it may be open again.
  const closed = () => {
    if (!ref.current?.open) onClose()
  }

  return (
    <dialog ref={ref} className={className} aria-label={label} aria-labelledby={labelledBy} onClose={closed}>
      {open && children}
    </dialog>
  )
}
