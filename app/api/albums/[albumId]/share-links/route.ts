import { route } from "@/app/_server/route"
import { Share } from "@/core/share"

export const GET = route(Share.listOfAlbum, { token: "never" })
export const POST = route(Share.createForAlbum, { status: 201, token: "never" })
