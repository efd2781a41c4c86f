"use client"

import { useCallback, useEffect, useId, useState } from "react"
import { posts } from "@/components/api/posts"
import { Dialog } from "@/components/ui/dialog"
import type { EarlierCaption } from "@/core/post/post.schema"
import { useLocale } from "@/i18n/navigation"
import { fill } from "./words"

export type EditHistoryWords = Record<
  "title" | "none" | "empty" | "until" | "more" | "failed" | "again" | "close",
  string
>

type Props = { postId: string; words: EditHistoryWords; onClose: () => void }

/** The captions that a post had before, newest first. */
export function EditHistory({ postId, words, onClose }: Props) {
  const title = useId()
  const locale = useLocale()
  const [items, setItems] = useState<readonly EarlierCaption[]>([])
  const [next, setNext] = useState<string | null>()
  const [state, setState] = useState<"loading" | "failed" | "shown">("loading")
  const load = useCallback(
    async (cursor?: string) => {
      setState("loading")
      try {
        const page = await posts.history(postId, cursor ? { cursor } : {})
        setItems((before) => (cursor ? [...before, ...page.items] : page.items))
        setNext(page.nextCursor)
        setState("shown")
      } catch {
        setState("failed")
      }
    },
    [postId],
  )
  useEffect(() => {
    load()
  }, [load])
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })

  return (
    <Dialog open onClose={onClose} labelledBy={title} className="dialog dialog--sm">
      <h2 id={title} className="h-page">
        {words.title}
      </h2>
      <ol className="stack stack--16" aria-busy={state === "loading"}>
        {items.map(({ id, caption, until }) => (
          <li key={id} className="stack stack--4">
            <time className="faint xs" dateTime={until}>
              {fill(words.until, "date", format.format(new Date(until)))}
            </time>
            <p className="whitespace-pre-line wrap-anywhere" dir="auto">
              {caption || <span className="faint">{words.empty}</span>}
            </p>
          </li>
        ))}
      </ol>
      {state === "shown" && items.length === 0 && <p className="muted">{words.none}</p>}
      {state === "loading" && <span className="spin" role="status" />}
      {state === "failed" && <p role="alert">{words.failed}</p>}
      <form method="dialog" className="dialog__end">
        {state === "failed" && (
          <button type="button" className="btn btn--line" onClick={() => load(next ?? undefined)}>
            {words.again}
          </button>
        )}
        {state === "shown" && next && (
          <button type="button" className="btn btn--line" onClick={() => load(next)}>
            {words.more}
          </button>
        )}
        <button type="submit" className="btn btn--line">
          {words.close}
        </button>
      </form>
    </Dialog>
  )
}
