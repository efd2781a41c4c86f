import { route } from "@/app/_server/route"
import { Session } from "@/core/session"

export const GET = route(Session.list)
export const DELETE = route(Session.revokeOthers)
