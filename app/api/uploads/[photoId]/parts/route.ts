import { route } from "@/app/_server/route"
import { Photo } from "@/core/photo"

export const GET = route(Photo.uploadProgress, { token: "upload" })
export const POST = route(Photo.signParts, { token: "upload" })
