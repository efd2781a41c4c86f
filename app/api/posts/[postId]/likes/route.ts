import { route } from "@/app/_server/route"
import { Like } from "@/core/like"

export const GET = route(Like.likers)
