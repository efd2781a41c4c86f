"use client"

import { useFormatter, useTranslations } from "next-intl"
import { Thumb } from "@/components/notification/thumb"
import type { WaitingComment } from "@/core/guest/comment.schema"
import { Link } from "@/i18n/navigation"

type Decision = "approve" | "decline"
type Props = { item: WaitingComment; busy: boolean; onDecide: (decision: Decision) => void }

/** A guest's words beside the post that they are about: from whom, when, and through which link. */
export function WaitingWords({ item, busy, onDecide }: Props) {
  const t = useTranslations("share.wordsQueue")
  const format = useFormatter()
  const { name, text, sentAt, post, link } = item
  const when = format.dateTime(new Date(sentAt), { dateStyle: "medium", timeStyle: "short" })
  const act = (decision: Decision) => () => !busy && onDecide(decision)
  return (
    <li className="flex items-start gap-4">
      <Link href={`/p/${post.id}`} aria-label={t("post", { alt: post.altText })}>
        <Thumb picture={post.picture} />
      </Link>
      <div className="stack stack--8 grow min-w-0">
        <div>
          <span className="med" dir="auto">
            {name}
          </span>{" "}
          <span className="faint xs" dir="auto">
            {link === undefined ? t("at", { when }) : t("through", { when, link })}
          </span>
        </div>
        <p className="caption whitespace-pre-line" dir="auto">
          {text}
        </p>
        <div className="row row--wrap">
          <button
            type="button"
            className="btn btn--primary btn--sm"
            aria-disabled={busy}
            aria-label={t("approveOf", { name })}
            onClick={act("approve")}
          >
            {t("approve")}
          </button>
          <button
            type="button"
            className="btn btn--line btn--sm"
            aria-disabled={busy}
            aria-label={t("declineOf", { name })}
            onClick={act("decline")}
          >
            {t("decline")}
          </button>
        </div>
      </div>
    </li>
  )
}
