import { route } from "@/app/_server/route"
import { Photo } from "@/core/photo"

export const DELETE = route(Photo.remove)
