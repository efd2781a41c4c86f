"use client"

import { lazy, Suspense, useState } from "react"
import { talk } from "@/components/api/talk"
import { fill } from "@/components/post/words"
import { toast } from "@/components/ui/toast"
import type { CommentView } from "@/core/comment/comment.schema"
import { Link } from "@/i18n/navigation"
import { refusal } from "./use-talk"
import type { CommentWords } from "./words"

const Ask = lazy(() => import("@/components/ui/ask").then((module) => ({ default: module.Ask })))
const History = lazy(() => import("./history").then((module) => ({ default: module.History })))

type Props = {
  comment: CommentView
  canReply: boolean
  signedIn: boolean
  locale: "en" | "ja"
  words: CommentWords
  onReply: () => void
  onEdit: () => void
  onGone: (id: string) => void
}

/** What can be done with a comment, in words below it. */
export function CommentActs({ comment, canReply, signedIn, locale, words, onReply, onEdit, onGone }: Props) {
  const [opened, setOpened] = useState<"delete" | "history">()
  const { id, author, viewer, counts } = comment
  const close = () => setOpened(undefined)
  const remove = async () => {
    try {
      await talk.remove(id)
      onGone(id)
    } catch (error) {
      close()
      toast(refusal(error, words))
    }
  }
  return (
    <div className="cmt__do">
      {canReply && (
        <button type="button" onClick={onReply} aria-label={fill(words.replyTo, "name", author.name)}>
          {words.reply}
        </button>
      )}
      {viewer.own && (
        <button type="button" onClick={onEdit}>
          {words.edit}
        </button>
      )}
      {viewer.mayDelete && (
        <button type="button" onClick={() => setOpened("delete")}>
          {words.delete}
        </button>
      )}
      {signedIn && !viewer.own && (
        <Link href={`/report/${id}`} rel="nofollow">
          {words.report}
        </Link>
      )}
      {comment.decision && <Link href={`/decisions/${comment.decision}`}>{words.hidden}</Link>}
      {comment.editedAt && (
        <button type="button" onClick={() => setOpened("history")}>
          {words.edited}
        </button>
      )}
      <Suspense>
        {opened === "delete" && (
          <Ask
            open
            onClose={close}
            title={words.deleteTitle}
            text={counts.replies > 0 ? words.deleteWithReplies : words.deleteText}
            keep={words.keep}
            act={words.delete}
            onAct={remove}
          />
        )}
        {opened === "history" && <History comment={comment} locale={locale} words={words} onClose={close} />}
      </Suspense>
    </div>
  )
}
