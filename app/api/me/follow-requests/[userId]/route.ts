import { route } from "@/app/_server/route"
import { Follow } from "@/core/follow"

export const POST = route(Follow.decide)
