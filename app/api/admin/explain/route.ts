import { route } from "@/app/_server/route"
import { Admin } from "@/core/admin"

export const POST = route(Admin.subject, { admin: true, token: "never" })
