import { route } from "@/app/_server/route"
import { Draft } from "@/core/draft"

export const GET = route(Draft.get)
export const PATCH = route(Draft.edit)
export const DELETE = route(Draft.remove)
