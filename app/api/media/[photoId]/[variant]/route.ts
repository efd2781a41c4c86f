import { redirect } from "@/app/_server/redirect"
import { route } from "@/app/_server/route"
import { Media } from "@/core/media"

export const GET = route(Media.address, { respond: redirect })
