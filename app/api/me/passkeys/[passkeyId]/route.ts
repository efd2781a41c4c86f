import { route } from "@/app/_server/route"
import { Passkey } from "@/core/passkey"

export const PATCH = route(Passkey.rename, { token: "never" })
export const DELETE = route(Passkey.remove, { token: "never" })
