"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { guests } from "@/components/api/guests"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { WaitingComment } from "@/core/guest/comment.schema"
import type { Page } from "@/core/page.schema"
import { useRouter } from "@/i18n/navigation"
import { useWaiting } from "./use-waiting"
import { WaitingWords } from "./waiting-words"

type Decision = "approve" | "decline"

/** As many as one call decides about. */
const inCall = 20

/** What guests wrote and nobody decided about, one by one or all that are shown at once. */
export function WordsQueue({ page }: { page: Page<WaitingComment> }) {
  const t = useTranslations("share.wordsQueue")
  const problemText = useProblemText()
  const router = useRouter()
  const { items, cursor, leave, append } = useWaiting(page, ({ id }) => id)
  const [busy, setBusy] = useState(false)
  const decide = async (ids: readonly string[], decision: Decision) => {
    if (busy) return
    setBusy(true)
    try {
      let decided = 0
      for (let at = 0; at < ids.length; at += inCall) {
        const some = ids.slice(at, at + inCall)
        decided += (await guests.decideWords(some, decision)).decided
        leave(some)
      }
      toast(t(decision === "approve" ? "approved" : "declined", { count: decided }))
      router.refresh()
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(false)
  }
  const more = async () => {
    if (!cursor) return
    const next = await guests.words(cursor).catch((error) => toast(problemText(error)))
    if (next) append(next)
  }
  if (items.length === 0 && !cursor)
    return <Blank frame={<Frame />} heading={t("empty")} text={t("emptyText")} />
  const ids = items.map(({ id }) => id)
  return (
    <>
      {items.length > 1 && (
        <div className="row row--wrap">
          <button
            type="button"
            className="btn btn--line"
            aria-disabled={busy}
            onClick={() => decide(ids, "approve")}
          >
            {t("approveAll", { count: items.length })}
          </button>
          <button
            type="button"
            className="btn btn--quiet"
            aria-disabled={busy}
            onClick={() => decide(ids, "decline")}
          >
            {t("declineAll", { count: items.length })}
          </button>
        </div>
      )}
      <ul className="stack stack--24">
        {items.map((item) => (
          <WaitingWords
            key={item.id}
            item={item}
            busy={busy}
            onDecide={(decision) => decide([item.id], decision)}
          />
        ))}
      </ul>
      {cursor && (
        <button type="button" className="btn btn--line justify-self-start" onClick={more}>
          {t("more")}
        </button>
      )}
    </>
  )
}
