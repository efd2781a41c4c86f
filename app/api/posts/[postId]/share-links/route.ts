import { route } from "@/app/_server/route"
import { Share } from "@/core/share"

export const GET = route(Share.listOfPost, { token: "never" })
export const POST = route(Share.createForPost, { status: 201, token: "never" })
