"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { guests } from "@/components/api/guests"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { WaitingPhoto } from "@/core/guest/guest.schema"
import type { Page } from "@/core/page.schema"
import { useRouter } from "@/i18n/navigation"
import { useWaiting } from "./use-waiting"
import { WaitingCard } from "./waiting-card"

type Props = { albumId: string; page: Page<WaitingPhoto> }
type Decision = "approve" | "decline"

/** As many as one call decides about. */
const inCall = 20

/** What waits, large enough to judge, one by one or many at once. */
export function GuestQueue({ albumId, page }: Props) {
  const t = useTranslations("share.queue")
  const problemText = useProblemText()
  const router = useRouter()
  const { items, cursor, chosen, toggle, leave, append } = useWaiting(page, ({ photoId }) => photoId)
  const [busy, setBusy] = useState(false)

  const decide = async (ids: readonly string[], decision: Decision) => {
    setBusy(true)
    try {
      let decided = 0
      for (let at = 0; at < ids.length; at += inCall) {
        const some = ids.slice(at, at + inCall)
        decided += (await guests.decide(albumId, some, decision)).decided
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
    const next = await guests.queue(albumId, cursor).catch((error) => toast(problemText(error)))
    if (next) append(next)
  }

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
            onClick={() => !busy && decide(ids, "approve")}
          >
            {chosen.size > 0 ? t("approve") : t("approveAll", { count: ids.length })}
          </button>
        )}
        {chosen.size > 0 && (
          <button
            type="button"
            className="btn btn--line"
            aria-disabled={busy}
            onClick={() => !busy && decide(ids, "decline")}
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
