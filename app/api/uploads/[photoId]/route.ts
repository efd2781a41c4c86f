import { route } from "@/app/_server/route"
import { Draft } from "@/core/draft"

export const DELETE = route(Draft.removePhoto, { token: "upload" })
