import { route } from "@/app/_server/route"
import { User } from "@/core/user"

export const GET = route(User.me)
export const PATCH = route(User.update)
