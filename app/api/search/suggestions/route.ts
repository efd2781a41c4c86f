import { route } from "@/app/_server/route"
import { Search } from "@/core/search"

export const GET = route(Search.suggest)
