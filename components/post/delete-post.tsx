"use client"

import { useId, useState } from "react"
import { posts } from "@/components/api/posts"
import { ProblemError } from "@/components/api-call"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import { useRouter } from "@/i18n/navigation"

export type DeletePostWords = Record<
  "delete" | "deleteTitle" | "deleteText" | "keep" | "deleted" | "unreachable",
  string
>

type Props = {
  postId: string
  after: string
  onClose: () => void
  words: DeletePostWords
}

/** Asks before a post goes, and says what goes with it. */
export function DeletePost({ postId, after, onClose, words }: Props) {
  const router = useRouter()
  const title = useId()
  const [busy, setBusy] = useState(false)

  const remove = async () => {
    setBusy(true)
    try {
      await posts.remove(postId)
      router.replace(after)
      router.refresh()
      toast(words.deleted)
    } catch (error) {
      setBusy(false)
      toast((error instanceof ProblemError && error.detail) || words.unreachable)
    }
  }

  return (
    <Dialog open onClose={onClose} labelledBy={title} className="dialog dialog--sm">
      <h2 id={title} className="h-page">
        {words.deleteTitle}
      </h2>
      <p className="muted base">{words.deleteText}</p>
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {words.keep}
        </button>
        <button
          type="button"
          className="btn btn--danger"
          aria-disabled={busy}
          onClick={busy ? undefined : remove}
        >
          {busy && <span className="spin" aria-hidden="true" />}
          {words.delete}
        </button>
      </form>
    </Dialog>
  )
}
