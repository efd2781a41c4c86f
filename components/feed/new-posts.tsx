"use client"

import { ArrowUp } from "lucide-react"
import { useRef, useState, useTransition } from "react"
import { feeds } from "@/components/api/feeds"
import { fill } from "@/components/post/words"
import { Avatar } from "@/components/ui/avatar"
import { usePolling } from "@/components/use-polling"
import type { HomePostView } from "@/core/feed/feed.schema"
import { useRouter } from "@/i18n/navigation"

type Props = {
  /** The posts that the page shows at its top. */
  shown: readonly string[]
  /** With `{count}`. */
  words: { one: string; other: string }
}

const top = 20

/** Tells of new posts, and shows them when it is pressed: nothing moves under the reader's eyes. */
export function NewPosts({ shown, words }: Props) {
  const router = useRouter()
  const known = useRef(new Set(shown))
  const [fresh, setFresh] = useState<HomePostView[]>([])
  const [busy, start] = useTransition()

  // Sets are compared, for a post may arrive below others that are newer.
  usePolling(
    async (signal) => {
      const { ids } = await feeds.homeTop(signal)
      if (ids.every((id) => known.current.has(id))) return false
      const { items } = await feeds.home({ limit: top }, signal)
      const found = items.filter(({ id, viewer }) => !known.current.has(id) && !viewer.own)
      for (const id of ids) known.current.add(id)
      const all = new Map([...fresh, ...found].map((post) => [post.id, post]))
      setFresh([...all.values()])
      return found.length > 0
    },
    { first: 30, most: 300 },
  )

  const show = () =>
    start(() => {
      window.scrollTo({ top: 0 })
      router.refresh()
    })
  const authors = new Map(fresh.map(({ author }) => [author.id, author]))
  return (
    <div className="newposts__place" role="status">
      {fresh.length > 0 && (
        <button type="button" className="newposts" aria-disabled={busy} onClick={busy ? undefined : show}>
          <span className="avs">
            {[...authors.values()].slice(0, 3).map((author) => (
              <Avatar key={author.id} person={author} size="xs" />
            ))}
          </span>
          {fill(fresh.length === 1 ? words.one : words.other, "count", fresh.length)}
          {busy ? (
            <span className="spin" aria-hidden="true" />
          ) : (
            <ArrowUp className="i i--sm" aria-hidden="true" />
          )}
        </button>
      )}
    </div>
  )
}
