import { route } from "@/app/_server/route"
import { Report } from "@/core/report"

export const POST = route(Report.make)
