import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const PUT = route(Album.addItem)
export const DELETE = route(Album.removeItem)
