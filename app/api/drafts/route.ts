import { route } from "@/app/_server/route"
import { Draft } from "@/core/draft"

export const POST = route(Draft.save, { status: 201 })
