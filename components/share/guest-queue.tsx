"use client"

import { useTranslations } from "next-intl"
import { guests } from "@/components/api/guests"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import type { WaitingPhoto } from "@/core/guest/guest.schema"
import type { Page } from "@/core/page.schema"
import { useWaiting } from "./use-waiting"
import { WaitingCard } from "./waiting-card"

type Props = { albumId: string; page: Page<WaitingPhoto> }

/** What waits, large enough to judge, one by one or many at once. */
export function GuestQueue({ albumId, page }: Props) {
  const t = useTranslations("share.queue")
  const { items, cursor, chosen, busy, toggle, decide, more } = useWaiting({
    page,
    idOf: ({ photoId }) => photoId,
    decide: (ids, decision) => guests.decide(albumId, ids, decision),
    next: (from) => guests.queue(albumId, from),
    told: (decision, count) => t(decision === "approve" ? "approved" : "declined", { count }),
  })

  if (items.length === 0 && !cursor)
    return <Blank frame={<Frame />} heading={t("empty")} text={t("emptyText")} />
  const ids = chosen.size > 0 ? [...chosen] : items.map(({ photoId }) => photoId)
  return (
    <>
      <div className="row row--wrap">
        {chosen.size > 0 && <span className="muted">{t("selected", { count: chosen.size })}</span>}
        {ids.length > 0 && (
          <button
            type="button"
            className="btn btn--primary"
            aria-disabled={busy}
            onClick={() => decide(ids, "approve")}
          >
            {chosen.size > 0 ? t("approve") : t("approveAll", { count: ids.length })}
          </button>
        )}
        {chosen.size > 0 && (
          <button
            type="button"
            className="btn btn--line"
            aria-disabled={busy}
            onClick={() => decide(ids, "decline")}
          >
            {t("decline")}
          </button>
        )}
      </div>
      <ul className="grid gap-6 sm:grid-cols-2">
        {items.map((item) => (
          <WaitingCard
            key={item.photoId}
            item={item}
            chosen={chosen.has(item.photoId)}
            busy={busy}
            onChoose={() => toggle(item.photoId)}
            onDecide={(decision) => decide([item.photoId], decision)}
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
