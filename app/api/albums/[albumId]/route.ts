import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const GET = route(Album.get)
export const PATCH = route(Album.edit)
export const DELETE = route(Album.remove)
