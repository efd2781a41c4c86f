import { route } from "@/app/_server/route"
import { Comment } from "@/core/comment"

export const GET = route(Comment.list)
export const POST = route(Comment.write, { status: 201 })
