"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { MorePages } from "@/components/feed/more-pages"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { NotificationView } from "@/core/notification/notification.schema"
import type { Page } from "@/core/page.schema"
import { FreshNotice } from "./fresh-notice"
import { NotificationRow } from "./notification-row"
import { sections } from "./sections"
import { forgetUnread, markRead } from "./unread"
import { useMoreNotifications } from "./use-more-notifications"

type Props = { page: Page<NotificationView>; now: number }

/** How long the page is open before what is on it counts as seen, in milliseconds. */
const glance = 2000

/**
 * What one is told of, by time. What is on the page counts as read once it has been open for a moment; its dots stay
 * until the reader takes them away or comes again, and nothing moves meanwhile.
 */
export function NotificationList({ page, now }: Props) {
  const t = useTranslations("notifications")
  const problemText = useProblemText()
  const list = useMoreNotifications(page)
  const [areAllRead, setAllRead] = useState(false)
  const newest = page.items[0]
  const upTo = newest?.read === false ? newest.id : undefined

  const [isSeen, setSeen] = useState(false)

  useEffect(() => {
    const see = async () => {
      if (upTo) await markRead(upTo)
      else forgetUnread()
      setSeen(true)
    }
    const timer = setTimeout(() => see().catch(() => undefined), upTo ? glance : 0)
    return () => clearTimeout(timer)
  }, [upTo])

  const readAll = async () => {
    setAllRead(true)
    try {
      if (upTo) await markRead(upTo)
    } catch (error) {
      setAllRead(false)
      toast(problemText(error))
    }
  }
  const words = {
    more: t("older"),
    loading: t("loading"),
    loaded: t("loaded", { count: "{count}" }),
    failed: t("failed"),
  }
  return (
    <>
      <div className="row spread min-h-11">
        <h1 className="h-page">{t("title")}</h1>
        {upTo && !areAllRead && (
          <button type="button" className="btn btn--quiet -mr-4" onClick={readAll}>
            {t("readAll")}
          </button>
        )}
      </div>
      <p className="vh" role="status">
        {areAllRead && t("allRead")}
      </p>
      <FreshNotice isSeen={isSeen} />
      {sections([...page.items, ...list.items], now).map(({ section, items }) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <h2 className="notes__head" id={`section-${section}`}>
            {t(`sections.${section}`)}
          </h2>
          <ul className="list notes">
            {items
              .filter(({ id }) => !list.answered.has(id))
              .map((item) => (
                <NotificationRow
                  key={item.id}
                  item={item}
                  isNew={!item.read && !areAllRead}
                  now={now}
                  onAnswered={() => list.answer(item.id)}
                />
              ))}
          </ul>
        </section>
      ))}
      <MorePages
        list={list}
        path="/notifications"
        words={words}
        end={<p className="caughtup">{t("end")}</p>}
      />
    </>
  )
}
