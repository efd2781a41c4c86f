import { route } from "@/app/_server/route"
import { SecondFactor } from "@/core/second-factor"

export const GET = route(SecondFactor.get, { token: "never" })
export const POST = route(SecondFactor.begin, { status: 201, token: "never" })
export const DELETE = route(SecondFactor.turnOff, { token: "never" })
