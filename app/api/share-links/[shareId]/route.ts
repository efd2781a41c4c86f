import { route } from "@/app/_server/route"
import { Share } from "@/core/share"

export const PATCH = route(Share.edit, { token: "never" })
export const DELETE = route(Share.revoke, { token: "never" })
