import { route } from "@/app/_server/route"
import { Comment } from "@/core/comment"

export const GET = route(Comment.replies)
export const POST = route(Comment.reply, { status: 201 })
