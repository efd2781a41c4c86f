import { route } from "@/app/_server/route"
import { Moderation } from "@/core/moderation"

export const GET = route(Moderation.queue, { moderator: true, token: "never" })
