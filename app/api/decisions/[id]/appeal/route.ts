import { route } from "@/app/_server/route"
import { Moderation } from "@/core/moderation"

export const POST = route(Moderation.appeal)
