import { route } from "@/app/_server/route"
import { Identity } from "@/core/identity"

export const DELETE = route(Identity.unlink, { token: "never" })
