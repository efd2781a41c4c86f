import { route } from "@/app/_server/route"
import { unlocked } from "@/app/_server/unlock-cookie"
import { Share } from "@/core/share"

export const POST = route(Share.unlock, { respond: unlocked, token: "read" })
