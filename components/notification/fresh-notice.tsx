"use client"

import { ArrowUp } from "lucide-react"
import { useTranslations } from "next-intl"
import { useTransition } from "react"
import { useRouter } from "@/i18n/navigation"
import { useUnread } from "./unread"

type Props = {
  /** Whether all that the page shows counts as read, so that what is unread is not on it. */
  isSeen: boolean
}

/** Tells of notifications that came since the page was opened, and shows them when it is pressed. */
export function FreshNotice({ isSeen }: Props) {
  const t = useTranslations("notifications")
  const router = useRouter()
  const { count, more } = useUnread()
  const [isBusy, start] = useTransition()
  const show = () =>
    start(() => {
      window.scrollTo({ top: 0 })
      router.refresh()
    })
  return (
    <div className="newposts__place" role="status">
      {isSeen && count > 0 && (
        <button
          type="button"
          className="newposts pl-4!"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : show}
        >
          {t(more ? "freshMany" : "fresh", { count })}
          {isBusy ? (
            <span className="spin" aria-hidden="true" />
          ) : (
            <ArrowUp className="i i--sm" aria-hidden="true" />
          )}
        </button>
      )}
    </div>
  )
}
