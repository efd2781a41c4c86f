import type { input } from "zod"
import type {
  NotificationSettingsView,
  NotificationView,
  UnreadView,
  UpdateNotificationSettings,
} from "@/core/notification/notification.schema"
import type { Page } from "@/core/page.schema"
import { call } from "../api-call"
import { type PageQuery, query } from "./query"

/** What one is told of. Every call throws a ProblemError when it is refused. */
export const notifications = {
  list: (page: PageQuery) => call<Page<NotificationView>>("GET", `/api/notifications?${query(page)}`),
  unread: (signal?: AbortSignal) =>
    call<UnreadView>("GET", "/api/notifications/unread", undefined, { signal }),
  read: (upTo: string) => call<void>("POST", "/api/notifications/read", { upTo }, { keepalive: true }),
  update: (change: input<typeof UpdateNotificationSettings>) =>
    call<NotificationSettingsView>("PATCH", "/api/me/notification-settings", change),
  unsubscribe: (token: string) =>
    call<void>("POST", `/api/notifications/unsubscribe/${encodeURIComponent(token)}`),
}
