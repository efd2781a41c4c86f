import { route } from "@/app/_server/route"
import { Import } from "@/core/import"

export const GET = route(Import.fileProgress, { token: "never" })
export const POST = route(Import.signFileParts, { token: "never" })
