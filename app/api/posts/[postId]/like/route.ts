import { route } from "@/app/_server/route"
import { Like } from "@/core/like"

export const PUT = route(Like.like)
export const DELETE = route(Like.unlike)
