import { route } from "@/app/_server/route"
import { Identity } from "@/core/identity"

export const GET = route(Identity.list, { token: "never" })
export const POST = route(Identity.link, { token: "never" })
