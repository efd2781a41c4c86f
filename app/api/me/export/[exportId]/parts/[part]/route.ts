import { redirect } from "@/app/_server/redirect"
import { route } from "@/app/_server/route"
import { Export } from "@/core/export"

export const GET = route(Export.address, { respond: redirect, token: "never" })
