import { route } from "@/app/_server/route"
import { Export } from "@/core/export"

export const DELETE = route(Export.remove, { token: "never" })
