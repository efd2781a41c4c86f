import { route } from "@/app/_server/route"
import { Passkey } from "@/core/passkey"

export const POST = route(Passkey.creation, { token: "never" })
