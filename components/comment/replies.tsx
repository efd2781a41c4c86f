"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { talk } from "@/components/api/talk"
import { fill } from "@/components/post/words"
import { toast } from "@/components/ui/toast"
import type { CommentView } from "@/core/comment/comment.schema"
import { CommentItem, type Context } from "./comment-item"
import { LazyCommentForm } from "./lazy-comment-form"
import { draftOf, refusal } from "./use-talk"

type Props = Context & {
  comment: CommentView
  /** Whether the reader is answering the comment now. */
  answering: boolean
  onAnswered: () => void
  onCancel: () => void
}

/** Each once, the oldest first, as their ids go; what is on its way comes last. */
const inOrder = (items: CommentView[]) =>
  [...new Map(items.map((item) => [item.id, item])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** The answers to a comment: folded until they are asked for, or one is written. */
export function Replies({ comment, answering, onAnswered, onCancel, ...context }: Props) {
  const { me, words } = context
  const [items, setItems] = useState<CommentView[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [count, setCount] = useState(comment.counts.replies)

  const load = async (from?: string) => {
    setBusy(true)
    try {
      const page = await talk.replies(comment.id, from)
      setItems((now) => inOrder([...now, ...page.items]))
      setCursor(page.nextCursor)
      setShown(true)
    } catch (error) {
      toast(refusal(error, words))
    }
    setBusy(false)
  }
  const called = context.called?.root.id === comment.id ? context.called.reply : undefined
  const unfold = useEffectEvent((reply: CommentView) => {
    setItems((now) => inOrder([...now, reply]))
    void load()
  })
  // Once for each that the address names.
  useEffect(() => {
    if (called) unfold(called)
  }, [called])

  const answer = async (text: string): Promise<boolean> => {
    if (!me) return false
    const draft = draftOf(comment.postId, me, text, comment.id)
    setShown(true)
    setItems((now) => [...now, draft])
    onAnswered()
    try {
      const made = await talk.reply(comment.id, text)
      setItems((now) => now.map((item) => (item.id === draft.id ? made : item)))
      setCount((now) => now + 1)
      return true
    } catch (error) {
      setItems((now) => now.filter(({ id }) => id !== draft.id))
      toast(refusal(error, words))
      return false
    }
  }
  const forget = (id: string) => {
    setItems((now) => now.filter((item) => item.id !== id))
    setCount((now) => now - 1)
  }
  const unseen = cursor === undefined && count > items.length
  return (
    <div className="cmt__below">
      {shown && items.length > 0 && (
        <ol className="stack stack--12">
          {items.map((item) => (
            <CommentItem key={item.id} comment={item} onGone={forget} onReply={answer} {...context} />
          ))}
        </ol>
      )}
      {(unseen || cursor) && (
        <button
          type="button"
          className="cmt__unfold"
          onClick={busy ? undefined : () => load(cursor ?? undefined)}
        >
          {busy && <span className="spin" aria-hidden="true" />}
          {cursor ? words.more : fill(words.replies, "count", count)}
        </button>
      )}
      {answering && me && (
        <LazyCommentForm
          me={me}
          label={fill(words.replyLabel, "name", comment.author.name)}
          act={words.reply}
          words={words}
          onCancel={onCancel}
          send={answer}
        />
      )}
    </div>
  )
}
