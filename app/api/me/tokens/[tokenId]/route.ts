import { route } from "@/app/_server/route"
import { AccessToken } from "@/core/access-token"

export const DELETE = route(AccessToken.revoke, { token: "never" })
