import { route } from "@/app/_server/route"
import { AccessToken } from "@/core/access-token"

export const GET = route(AccessToken.list, { token: "never" })
export const POST = route(AccessToken.create, { status: 201, token: "never" })
