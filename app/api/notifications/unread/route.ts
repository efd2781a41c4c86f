import { route } from "@/app/_server/route"
import { Notification } from "@/core/notification"

export const GET = route(Notification.unread)
