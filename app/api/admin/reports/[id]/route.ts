import { route } from "@/app/_server/route"
import { Moderation } from "@/core/moderation"

export const GET = route(Moderation.caseOf, { moderator: true, token: "never" })
export const PATCH = route(Moderation.note, { moderator: true, token: "never" })
