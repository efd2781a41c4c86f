import { route } from "@/app/_server/route"
import { Departure } from "@/core/departure"

export const POST = route(Departure.deactivate, { token: "never" })
