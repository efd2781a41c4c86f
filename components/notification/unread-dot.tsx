"use client"

import { fill } from "@/components/post/words"
import { useUnread } from "./unread"

/** `{count}` is filled in here: no translator is loaded for it. */
export type UnreadWords = { some: string; many: string }

/** A dot where something is unread, and for screen readers how much. */
export function UnreadDot({ words }: { words: UnreadWords }) {
  const { count, more } = useUnread()
  if (count === 0) return null
  return (
    <>
      <span className="dot" aria-hidden="true" />
      <span className="vh">{fill(more ? words.many : words.some, "count", count)}</span>
    </>
  )
}
