import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const GET = route(Album.children)
