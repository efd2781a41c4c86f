import { route } from "@/app/_server/route"
import { Bookmark } from "@/core/bookmark"

export const GET = route(Bookmark.list)
