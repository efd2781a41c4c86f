import { route } from "@/app/_server/route"
import { Notification } from "@/core/notification"

export const POST = route(Notification.unsubscribe, { anonymous: true, oneClick: true })
