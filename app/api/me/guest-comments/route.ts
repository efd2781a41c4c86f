import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const GET = route(Guest.waitingComments)
export const POST = route(Guest.decideComments)
