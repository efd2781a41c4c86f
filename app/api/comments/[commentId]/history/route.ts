import { route } from "@/app/_server/route"
import { Comment } from "@/core/comment"

export const GET = route(Comment.history)
