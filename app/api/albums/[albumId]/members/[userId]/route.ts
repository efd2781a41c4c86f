import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const PUT = route(Album.setMember)
export const DELETE = route(Album.removeMember)
