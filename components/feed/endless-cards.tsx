"use client"

import { type ReactNode, useState } from "react"
import type { HomePostView } from "@/core/feed/feed.schema"
import type { CardWords } from "./card-words"
import { MorePages, type MoreWords } from "./more-pages"
import { PostCard } from "./post-card"
import { usePages } from "./use-pages"

type Props = {
  source: { api: string; path: string }
  firstCursor: string | null
  locale: "en" | "ja"
  words: CardWords & MoreWords
  end: ReactNode
}

/** What continues the home feed below its first page. */
export function EndlessCards({ source, firstCursor, locale, words, end }: Props) {
  const list = usePages<HomePostView>(source.api, firstCursor)
  const [now] = useState(Date.now)
  return (
    <>
      {list.items.map((post) => (
        <PostCard key={post.id} post={post} words={words} locale={locale} now={now} />
      ))}
      <MorePages list={list} path={source.path} words={words} end={end} />
    </>
  )
}
