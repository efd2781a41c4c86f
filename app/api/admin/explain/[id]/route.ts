import { route } from "@/app/_server/route"
import { Admin } from "@/core/admin"

export const GET = route(Admin.explanation, { admin: true, token: "never" })
