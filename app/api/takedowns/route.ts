import { route } from "@/app/_server/route"
import { Takedown } from "@/core/takedown"

export const POST = route(Takedown.send, { status: 201 })
