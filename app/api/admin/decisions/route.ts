import { route } from "@/app/_server/route"
import { Moderation } from "@/core/moderation"

export const POST = route(Moderation.decide, { status: 201, moderator: true, token: "never" })
