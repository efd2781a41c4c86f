"use client"

import { useEffect, useId, useState } from "react"
import { talk } from "@/components/api/talk"
import { fill } from "@/components/post/words"
import { Dialog } from "@/components/ui/dialog"
import { RichText } from "@/components/ui/rich-text"
import type { CommentHistory, CommentView } from "@/core/comment/comment.schema"
import { refusal } from "./use-talk"
import type { CommentWords } from "./words"

type Props = { comment: CommentView; locale: "en" | "ja"; words: CommentWords; onClose: () => void }

/** What a comment said before it was changed. */
export function History({ comment, locale, words, onClose }: Props) {
  const title = useId()
  const [found, setFound] = useState<CommentHistory["items"]>()
  const [problem, setProblem] = useState<string>()
  const { id } = comment

  useEffect(() => {
    talk.history(id).then(
      ({ items }) => setFound(items),
      (error) => setProblem(refusal(error, words)),
    )
  }, [id, words])

  const time = (at: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(at))
  return (
    <Dialog open onClose={onClose} labelledBy={title} className="dialog dialog--sm">
      <h2 id={title} className="h-page">
        {words.historyTitle}
      </h2>
      <div role="status">{problem ?? (!found && words.loading)}</div>
      <ol className="stack stack--16">
        {found?.map(({ text, until }) => (
          <li key={until}>
            <p className="faint xs">{fill(words.historyUntil, "when", time(until))}</p>
            <p className="caption" dir="auto">
              <RichText text={text} />
            </p>
          </li>
        ))}
      </ol>
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {words.close}
        </button>
      </form>
    </Dialog>
  )
}
