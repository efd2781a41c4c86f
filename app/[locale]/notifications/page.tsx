import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { ClientMessages } from "@/components/client-messages"
import { Shell } from "@/components/layout/shell"
import { NoNotifications } from "@/components/notification/no-notifications"
import { NotificationList } from "@/components/notification/notification-list"
import { Notification } from "@/core/notification"
import { memberAt } from "../member"

type Props = { searchParams: Promise<{ cursor?: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations("notifications"))("title") })

/** What one is told of. */
export default async function NotificationsPage({ searchParams }: Props) {
  const [{ cursor }, { actor, me }] = await Promise.all([searchParams, memberAt("/notifications")])
  const page = await orNotFound(Notification.list(actor, cursor ? { cursor } : {}))
  const isEmpty = page.items.length === 0 && page.nextCursor === null && !cursor
  return (
    <Shell site={site.name} viewer={me} current="activity" className="page page--text">
      <ClientMessages of={["notifications", "people", "api"]}>
        {isEmpty ? (
          <NoNotifications />
        ) : (
          <NotificationList key={page.items[0]?.id} page={page} now={Date.now()} />
        )}
      </ClientMessages>
    </Shell>
  )
}
