import { route } from "@/app/_server/route"
import { Passkey } from "@/core/passkey"

export const GET = route(Passkey.request, { anonymous: true, token: "never" })
