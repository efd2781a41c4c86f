import { route } from "@/app/_server/route"
import { Admin } from "@/core/admin"

export const GET = route(Admin.person, { admin: true, token: "never" })
export const PATCH = route(Admin.setStanding, { admin: true, token: "never" })
