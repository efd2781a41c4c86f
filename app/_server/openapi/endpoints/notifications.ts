import "server-only"
import { Notification } from "@/core/notification"
import {
  NotificationSettingsView,
  NotificationView,
  UnreadView,
} from "@/core/notification/notification.schema"
import { pageOf } from "@/core/page.schema"
import { type Endpoint, nothing } from "../endpoint"

export const notifications: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/notifications",
    operation: Notification.list,
    summary: "What one is told of, the newest first; the same of several people is one",
    tag: "Notifications",
    auth: "user",
    answers: { 200: pageOf(NotificationView) },
  },
  {
    method: "GET",
    path: "/api/notifications/unread",
    operation: Notification.unread,
    summary: "How many are unread, up to 20",
    tag: "Notifications",
    auth: "user",
    answers: { 200: UnreadView },
  },
  {
    method: "POST",
    path: "/api/notifications/read",
    operation: Notification.read,
    summary: "Mark as read up to one, and all before it",
    tag: "Notifications",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/notifications/unsubscribe/{token}",
    operation: Notification.unsubscribe,
    summary: "End the daily mail with the token of its link; also as a mail program's one click (RFC 8058)",
    tag: "Notifications",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/notification-settings",
    operation: Notification.settings,
    summary: "What one is told of, and whether by mail",
    tag: "Notifications",
    auth: "user",
    answers: { 200: NotificationSettingsView },
  },
  {
    method: "PATCH",
    path: "/api/me/notification-settings",
    operation: Notification.setSettings,
    summary: "Choose what one is told of, and whether by mail",
    tag: "Notifications",
    auth: "user",
    answers: { 200: NotificationSettingsView },
  },
]
