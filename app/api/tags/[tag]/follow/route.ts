import { route } from "@/app/_server/route"
import { Tag } from "@/core/tag"

export const PUT = route(Tag.follow)
export const DELETE = route(Tag.unfollow)
