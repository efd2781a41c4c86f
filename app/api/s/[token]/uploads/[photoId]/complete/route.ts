import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const POST = route(Guest.complete)
