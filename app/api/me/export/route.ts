import { route } from "@/app/_server/route"
import { Export } from "@/core/export"

export const GET = route(Export.list, { token: "never" })
export const POST = route(Export.start, { status: 202, token: "never" })
