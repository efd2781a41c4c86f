"use client"

import { useEffect, useState } from "react"
import { onToast } from "./toast"

// Long enough to read a sentence twice.
const shownFor = 6000

/** Where toasts appear. It is always on the page, because a live region must be there before it speaks. */
export function Toaster() {
  const [message, setMessage] = useState("")

  useEffect(() => onToast(setMessage), [])
  useEffect(() => {
    if (!message) return
    const timer = setTimeout(() => setMessage(""), shownFor)
    return () => clearTimeout(timer)
  }, [message])

  return (
    <div role="status" className="toasts">
      {message && <p className="toast">{message}</p>}
    </div>
  )
}
