import { route } from "@/app/_server/route"
import { Guest } from "@/core/guest"

export const GET = route(Guest.comments)
export const POST = route(Guest.comment, { status: 202 })
