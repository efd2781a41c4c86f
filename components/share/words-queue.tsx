"use client"

import { useTranslations } from "next-intl"
import { guests } from "@/components/api/guests"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import type { WaitingComment } from "@/core/guest/comment.schema"
import type { Page } from "@/core/page.schema"
import { useWaiting } from "./use-waiting"
import { WaitingWords } from "./waiting-words"

/** What guests wrote and nobody decided about, one by one or all that are shown at once. */
export function WordsQueue({ page }: { page: Page<WaitingComment> }) {
  const t = useTranslations("share.wordsQueue")
  const { items, cursor, busy, decide, more } = useWaiting({
    page,
    idOf: ({ id }) => id,
    decide: guests.decideWords,
    next: guests.words,
    told: (decision, count) => t(decision === "approve" ? "approved" : "declined", { count }),
  })
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
