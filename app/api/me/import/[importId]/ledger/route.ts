import { route } from "@/app/_server/route"
import { Import } from "@/core/import"

export const GET = route(Import.ledger, { token: "never" })
