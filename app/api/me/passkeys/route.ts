import { route } from "@/app/_server/route"
import { Passkey } from "@/core/passkey"

export const GET = route(Passkey.list, { token: "never" })
export const POST = route(Passkey.register, { status: 201, token: "never" })
