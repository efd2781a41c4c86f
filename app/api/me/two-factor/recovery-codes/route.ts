import { route } from "@/app/_server/route"
import { SecondFactor } from "@/core/second-factor"

export const POST = route(SecondFactor.renewCodes, { token: "never" })
