"use client"

import { Heart } from "lucide-react"
import { useState } from "react"
import { talk } from "@/components/api/talk"
import { fill } from "@/components/post/words"
import { toast } from "@/components/ui/toast"
import type { CommentView } from "@/core/comment/comment.schema"
import { refusal } from "./use-talk"
import type { CommentWords } from "./words"

type Props = { comment: CommentView; signedIn: boolean; words: CommentWords }

/** The heart of a comment; visitors see the number alone. */
export function CommentLike({ comment, signedIn, words }: Props) {
  const [liked, setLiked] = useState(comment.viewer.liked)
  const [busy, setBusy] = useState(false)
  const likes = comment.counts.likes + (liked ? 1 : 0) - (comment.viewer.liked ? 1 : 0)
  if (!signedIn) {
    if (likes === 0) return null
    return (
      <span className="act act--still">
        <Heart className="i i--sm" aria-hidden="true" />
        {likes}
      </span>
    )
  }
  const toggle = async () => {
    setBusy(true)
    setLiked(!liked)
    try {
      await talk.likeComment(comment.id, !liked)
    } catch (error) {
      setLiked(liked)
      toast(refusal(error, words))
    }
    setBusy(false)
  }
  return (
    <button
      type="button"
      className="act"
      aria-pressed={liked}
      aria-label={fill(words.like, "name", comment.author.name)}
      onClick={busy ? undefined : toggle}
    >
      <Heart className="i i--sm heart" aria-hidden="true" />
      {likes > 0 && likes}
    </button>
  )
}
