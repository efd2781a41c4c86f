import { route } from "@/app/_server/route"
import { Session } from "@/core/session"

export const GET = route(Session.list, { token: "never" })
export const DELETE = route(Session.revokeOthers, { token: "never" })
