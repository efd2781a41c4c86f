"use client"

import { type ReactNode, useEffect, useRef } from "react"
import { withCursor } from "@/components/api/query"
import { fill } from "@/components/post/words"

export type MoreWords = { more: string; loading: string; loaded: string; failed: string }

type Props = {
  /** What `usePages` gave. */
  list: { items: unknown[]; cursor: string | null; pages: number; state: string; more: () => void }
  /** The page's path, for readers without a script. */
  path: string
  words: MoreWords
  /** Stands after the last post. */
  end: ReactNode
}

// After these the reader asks for more, or the foot of the page could never be reached.
const pagesByThemselves = 5
const ahead = "1200px"

/** What continues a list: a real link that loads the next page by itself when it comes near; at the end a line. */
export function MorePages({ list: { items, cursor, pages, state, more }, path, words, end }: Props) {
  const link = useRef<HTMLAnchorElement>(null)
  const byItself = state !== "failed" && pages < pagesByThemselves

  useEffect(() => {
    const near = link.current
    if (!near || !byItself) return
    // Not in the HTML: without a script the link is the only way.
    near.toggleAttribute("data-by-itself", true)
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), {
      rootMargin: ahead,
    })
    observer.observe(near)
    return () => {
      observer.disconnect()
      near.toggleAttribute("data-by-itself", false)
    }
  })

  return (
    <>
      <p className="vh" role="status">
        {state === "loading" ? words.loading : items.length > 0 && fill(words.loaded, "count", items.length)}
      </p>
      {cursor === null ? (
        end
      ) : (
        <div className="more">
          {state === "failed" && <p>{words.failed}</p>}
          <a
            ref={link}
            className="btn btn--line"
            href={withCursor(path, cursor)}
            aria-disabled={state === "loading"}
            onClick={(event) => {
              event.preventDefault()
              more()
            }}
          >
            {state === "loading" && <span className="spin" aria-hidden="true" />}
            {words.more}
          </a>
        </div>
      )}
    </>
  )
}
