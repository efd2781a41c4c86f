"use client"

import { useFormatter, useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import type { WaitingPhoto } from "@/core/guest/guest.schema"

type Props = {
  item: WaitingPhoto
  chosen: boolean
  busy: boolean
  onChoose: () => void
  onDecide: (decision: "approve" | "decline") => void
}

// Half of the page on a desk, all of a phone.
const shown = { sizes: "(min-width: 640px) 50vw, 100vw", most: 720 }

/** A guest's photo: large, with who sent it and when. */
export function WaitingCard({ item, chosen, busy, onChoose, onDecide }: Props) {
  const t = useTranslations("share.queue")
  const format = useFormatter()
  const { name, sentAt, picture } = item
  const act = (decision: "approve" | "decline") => () => !busy && onDecide(decision)
  return (
    <li className="stack stack--8">
      <div
        className="overflow-hidden rounded"
        style={{
          aspectRatio: `${picture.width} / ${picture.height}`,
          background: picture.color,
          maxHeight: "70vh",
        }}
      >
        <Picture picture={picture} alt={t("alt", { name })} shown={shown} fit="contain" />
      </div>
      <label className="check">
        <input type="checkbox" checked={chosen} onChange={onChoose} aria-label={t("choose", { name })} />
        <span className="grow min-w-0">
          <span className="med cut block" dir="auto">
            {t("from", { name })}
          </span>
          <time className="faint xs" dateTime={sentAt}>
            {t("at", {
              when: format.dateTime(new Date(sentAt), { dateStyle: "medium", timeStyle: "short" }),
            })}
          </time>
        </span>
      </label>
      <div className="row">
        <button type="button" className="btn btn--primary" aria-disabled={busy} onClick={act("approve")}>
          {t("approve")}
        </button>
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={act("decline")}>
          {t("decline")}
        </button>
      </div>
    </li>
  )
}
