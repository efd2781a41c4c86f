"use client"

import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from "react"
import { placeAt } from "./order"

type Move = (key: string, to: number) => void

/** Lets the rows of a list be dragged by a grip. Rows carry `data-key`. */
export function useOrderDrag(list: RefObject<HTMLElement | null>, move: Move) {
  const [dragged, setDragged] = useState<string>()

  const grip = (key: string) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    setDragged(key)
    const dragging = new AbortController()
    const end = () => {
      dragging.abort()
      setDragged(undefined)
    }
    const onMove = ({ clientY }: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement)
      const from = rows.findIndex((row) => row.dataset.key === key)
      const to = placeAt(clientY, rows.toSpliced(from, 1).map(middleOf))
      if (to !== from) move(key, to)
    }
    // On the window: the grip itself moves about in the document, which would end a pointer capture.
    window.addEventListener("pointermove", onMove, { signal: dragging.signal })
    window.addEventListener("pointerup", end, { signal: dragging.signal })
    window.addEventListener("pointercancel", end, { signal: dragging.signal })
  }

  return { grip, dragged }
}

function middleOf(row: HTMLElement) {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
