import { route } from "@/app/_server/route"
import { Bookmark } from "@/core/bookmark"

export const PUT = route(Bookmark.save)
export const DELETE = route(Bookmark.unsave)
