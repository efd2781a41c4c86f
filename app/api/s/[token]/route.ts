import { route } from "@/app/_server/route"
import { Share } from "@/core/share"

export const GET = route(Share.get)
