import { route } from "@/app/_server/route"
import { Import } from "@/core/import"

export const GET = route(Import.get, { token: "never" })
export const PATCH = route(Import.change, { token: "never" })
export const DELETE = route(Import.cancel, { token: "never" })
