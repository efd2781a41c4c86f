import { route } from "@/app/_server/route"
import { Departure } from "@/core/departure"

export const DELETE = route(Departure.stay, { token: "never" })
