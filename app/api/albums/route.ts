import { route } from "@/app/_server/route"
import { Album } from "@/core/album"

export const GET = route(Album.mine)
export const POST = route(Album.create, { status: 201 })
