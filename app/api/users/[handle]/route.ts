import { route } from "@/app/_server/route"
import { Profile } from "@/core/profile"

export const GET = route(Profile.get)
