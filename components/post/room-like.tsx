"use client"

import { Heart } from "lucide-react"
import type { Liking } from "./like-store"
import { useKeys } from "./use-keys"
import { useLike } from "./use-like"

type Props = { postId: string; from: Liking; label: string; unreachable: string }

/** The heart in the dark room; `l` presses it. */
export function RoomLike({ postId, from, label, unreachable }: Props) {
  const { liked, likes, toggle } = useLike(postId, from, unreachable)
  useKeys({ l: toggle })
  return (
    <button
      type="button"
      className="act room__like"
      aria-pressed={liked}
      aria-label={label}
      aria-keyshortcuts="l"
      title={`${label} (l)`}
      onClick={toggle}
    >
      <Heart className="i heart" aria-hidden="true" />
      {likes > 0 && likes}
    </button>
  )
}
