import { route } from "@/app/_server/route"
import { Draft } from "@/core/draft"
import { Photo } from "@/core/photo"

export const GET = route(Photo.get)
export const DELETE = route(Draft.removePhoto)
