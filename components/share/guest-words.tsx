"use client"

import { useFormatter, useTranslations } from "next-intl"
import { lazy, Suspense, useId, useState } from "react"
import { guests } from "@/components/api/guests"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { LinkedComment } from "@/core/guest/comment.schema"
import type { Page } from "@/core/page.schema"
import { Link } from "@/i18n/navigation"

const GuestWordsForm = lazy(() =>
  import("./guest-words-form").then((module) => ({ default: module.GuestWordsForm })),
)

type Props = {
  token: string
  postId: string
  /** Who approves what is written. */
  author: string
  page: Page<LinkedComment>
  /** How the reader may say something: as a guest, as themselves on the post's own page, or not. */
  way: "guest" | "member" | "closed"
}

/** What guests said under a post; what is written here waits for its author. */
export function GuestWords({ token, postId, author, page, way }: Props) {
  const t = useTranslations("share.words")
  const format = useFormatter()
  const problemText = useProblemText()
  const id = useId()
  const [items, setItems] = useState(page.items)
  const [cursor, setCursor] = useState(page.nextCursor)
  const [writing, setWriting] = useState(false)
  const more = async () => {
    if (!cursor) return
    const next = await guests.said(token, postId, cursor).catch((error) => toast(problemText(error)))
    if (!next) return
    setItems((before) => [...before, ...next.items])
    setCursor(next.nextCursor)
  }
  return (
    <section className="stack stack--16 comments" aria-labelledby={id}>
      <h2 id={id} className="h-sec">
        {t("heading")}
      </h2>
      {items.length > 0 && (
        <ol className="stack stack--16">
          {items.map((item) => (
            <li key={item.id} className="min-w-0">
              <span className="med" dir="auto">
                {item.name}
              </span>{" "}
              <time className="faint xs" dateTime={item.createdAt}>
                {format.dateTime(new Date(item.createdAt), { dateStyle: "medium" })}
              </time>
              <p className="caption whitespace-pre-line" dir="auto">
                {item.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {items.length === 0 && !cursor && way === "guest" && <p className="faint">{t("none")}</p>}
      {cursor && (
        <button type="button" className="btn btn--line justify-self-start" onClick={more}>
          {t("more")}
        </button>
      )}
      {way === "closed" && <p className="faint">{t("closed")}</p>}
      {way === "member" && (
        <p className="muted">
          {t.rich("member", {
            link: (text) => (
              <Link className="link" href={`/p/${postId}#comments`}>
                {text}
              </Link>
            ),
          })}
        </p>
      )}
      {way === "guest" &&
        (writing ? (
          <Suspense>
            <GuestWordsForm token={token} postId={postId} author={author} />
          </Suspense>
        ) : (
          <button type="button" className="btn btn--line justify-self-start" onClick={() => setWriting(true)}>
            {t("write")}
          </button>
        ))}
    </section>
  )
}
