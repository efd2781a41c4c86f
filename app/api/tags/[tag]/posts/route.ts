import { route } from "@/app/_server/route"
import { Tag } from "@/core/tag"

export const GET = route(Tag.posts)
