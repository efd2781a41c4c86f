import { route } from "@/app/_server/route"
import { Feed } from "@/core/feed"

export const GET = route(Feed.home)
