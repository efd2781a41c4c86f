import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const GET = route(Album.items)
export const POST = route(Album.addItems)
export const DELETE = route(Album.removeItems)
