"use client"

import { type ReactNode, useMemo, useRef } from "react"
import { layoutRatio } from "@/components/photo/ratio"
import { PostTile } from "@/components/post/post-tile"
import type { TileWords } from "@/components/post/words"
import { MorePages, type MoreWords } from "./more-pages"
import { usePages } from "./use-pages"
import { useSettledRows } from "./use-settled-rows"

type Props = {
  firstRatios: number[]
  firstCursor: string | null
  source: { api: string; path: string }
  showAuthor: boolean
  words: TileWords & MoreWords
  /** Stands after the last post. */
  end: ReactNode
  /** The tiles of the first page, rendered on the server. */
  children: ReactNode
}

/** The rows and what continues them. */
export function EndlessRows({ firstRatios, firstCursor, source, showAuthor, words, end, children }: Props) {
  const rows = useRef<HTMLDivElement>(null)
  const list = usePages(source.api, firstCursor)
  const { items, cursor } = list
  const ratios = useMemo(
    () => [...firstRatios, ...items.map(({ photos: [first] }) => (first ? layoutRatio(first) : 1))],
    [firstRatios, items],
  )
  useSettledRows(rows, ratios, cursor !== null)

  return (
    <>
      <div className="rows" ref={rows}>
        {children}
        {items.map((post) => (
          <PostTile key={post.id} post={post} words={words} showAuthor={showAuthor} />
        ))}
      </div>
      <MorePages list={list} path={source.path} words={words} end={end} />
    </>
  )
}
