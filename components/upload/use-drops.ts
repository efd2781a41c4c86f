"use client"

import { useEffect, useEffectEvent, useState } from "react"

/**
 * Takes files dropped anywhere on the page or pasted into it.
 * @returns whether files hover over the page right now
 */
export function useDrops(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      setOver(false)
      take([...event.dataTransfer.files])
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    }
    window.addEventListener("dragenter", onDrag, { signal })
    window.addEventListener("dragover", onDrag, { signal })
    window.addEventListener("dragleave", onLeave, { signal })
    window.addEventListener("drop", onDrop, { signal })
    window.addEventListener("paste", onPaste, { signal })
    return () => listening.abort()
  }, [])

  return over
}
