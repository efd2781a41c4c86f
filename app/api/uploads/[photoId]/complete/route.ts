import { route } from "@/app/_server/route"
import { Photo } from "@/core/photo"

export const POST = route(Photo.completeUpload, { token: "upload" })
