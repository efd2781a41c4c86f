import { route } from "@/app/_server/route"
import { Import } from "@/core/import"

export const GET = route(Import.list, { token: "never" })
export const POST = route(Import.begin, { status: 201, token: "never" })
