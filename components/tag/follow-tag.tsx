"use client"

import { useRef, useState } from "react"
import { tags } from "@/components/api/find"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import type { TagView } from "@/core/tag/tag.schema"
import { useRouter } from "@/i18n/navigation"

export type FollowTagWords = Record<"follow" | "following" | "unreachable", string>

type Props = {
  tag: Pick<TagView, "tag" | "label" | "viewer">
  words: FollowTagWords
  small?: boolean
  /** Whether the page shows a count of followers. */
  refresh?: boolean
}

/** Follows a tag at once and says so; what the server refuses is taken back with its sentence. */
export function FollowTag({ tag: { tag, label, viewer }, words, small = false, refresh = false }: Props) {
  const router = useRouter()
  const busy = useRef(false)
  const [follows, setFollows] = useState(viewer.follows)

  const press = async () => {
    if (busy.current) return
    busy.current = true
    setFollows(!follows)
    try {
      if (follows) await tags.unfollow(tag)
      else await tags.follow(tag)
      if (refresh) router.refresh()
    } catch (error) {
      setFollows(follows)
      toast((error instanceof ProblemError && error.detail) || words.unreachable)
    }
    busy.current = false
  }
  const text = follows ? words.following : words.follow
  return (
    <button
      type="button"
      className={`btn ${follows || small ? "btn--line" : "btn--primary"} ${small ? "btn--sm" : ""} ${follows ? "text-ink-muted" : ""}`}
      aria-label={`${text} #${label}`}
      onClick={press}
    >
      {text}
    </button>
  )
}
