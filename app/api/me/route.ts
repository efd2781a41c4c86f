import { route } from "@/app/_server/route"
import { Departure } from "@/core/departure"
import { User } from "@/core/user"

export const GET = route(User.me)
export const PATCH = route(User.update)
export const DELETE = route(Departure.leave, { token: "never" })
