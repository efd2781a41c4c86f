import { route } from "@/app/_server/route"
import { Admin } from "@/core/admin"

export const GET = route(Admin.letter, { admin: true, token: "never" })
export const DELETE = route(Admin.discardLetter, { admin: true, token: "never" })
