import { route } from "@/app/_server/route"
import { Comment } from "@/core/comment"

export const GET = route(Comment.get)
export const PATCH = route(Comment.edit)
export const DELETE = route(Comment.remove)
