import { route } from "@/app/_server/route"
import { Post } from "@/core/post"

export const GET = route(Post.get)
export const PATCH = route(Post.edit)
export const DELETE = route(Post.remove)
