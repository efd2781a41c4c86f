import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const GET = route(Guest.queue)
export const POST = route(Guest.decide)
