import { route } from "@/app/_server/route"
import { Import } from "@/core/import"

export const POST = route(Import.completeFile, { token: "never" })
