import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const GET = route(Guest.state)
export const DELETE = route(Guest.remove)
