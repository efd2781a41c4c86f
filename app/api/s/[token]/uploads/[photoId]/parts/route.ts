import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const GET = route(Guest.progress)
export const POST = route(Guest.signParts)
