import { route } from "@/app/_server/route"
import { Post } from "@/core/post"

export const GET = route(Post.history)
