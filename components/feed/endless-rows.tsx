"use client"

import { type ReactNode, useEffect, useMemo, useRef } from "react"
import { layoutRatio } from "@/components/photo/ratio"
import { PostTile } from "@/components/post/post-tile"
import { fill, type TileWords } from "@/components/post/words"
import { usePages } from "./use-pages"
import { useSettledRows } from "./use-settled-rows"

type Props = {
  firstRatios: number[]
  firstCursor: string | null
  source: { api: string; path: string }
  showAuthor: boolean
  words: TileWords & { more: string; loading: string; loaded: string; failed: string }
  /** Stands after the last post. */
  end: ReactNode
  /** The tiles of the first page, rendered on the server. */
  children: ReactNode
}

// After these the reader asks for more, or the foot of the page could never be reached.
const pagesByThemselves = 5
const ahead = "1200px"

/** The rows and what continues them: a real link that loads the next page by itself when it comes near. */
export function EndlessRows({ firstRatios, firstCursor, source, showAuthor, words, end, children }: Props) {
  const rows = useRef<HTMLDivElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const { items, cursor, pages, state, more } = usePages(source.api, firstCursor)
  const ratios = useMemo(
    () => [...firstRatios, ...items.map(({ photos: [first] }) => (first ? layoutRatio(first) : 1))],
    [firstRatios, items],
  )
  useSettledRows(rows, ratios, cursor !== null)

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
      <div className="rows" ref={rows}>
        {children}
        {items.map((post) => (
          <PostTile key={post.id} post={post} words={words} showAuthor={showAuthor} />
        ))}
      </div>
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
            href={`${source.path}?${new URLSearchParams({ cursor })}`}
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
