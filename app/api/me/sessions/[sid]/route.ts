import { route } from "@/app/_server/route"
import { Session } from "@/core/session"

export const PATCH = route(Session.recognise, { token: "never" })
export const DELETE = route(Session.revoke, { token: "never" })
