import { route } from "@/app/_server/route"
import { Comment } from "@/core/comment"

export const PUT = route(Comment.like)
export const DELETE = route(Comment.unlike)
