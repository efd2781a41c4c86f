import { route } from "@/app/_server/route"
import { Follow } from "@/core/follow"

export const PUT = route(Follow.follow)
export const DELETE = route(Follow.unfollow)
