import { route } from "@/app/_server/route"
import { User } from "@/core/user"

export const PUT = route(User.setAvatar)
export const DELETE = route(User.removeAvatar)
