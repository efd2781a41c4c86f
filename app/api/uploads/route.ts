import { route } from "@/app/_server/route"
import { Photo } from "@/core/photo"

export const POST = route(Photo.startUpload, {
  token: "upload",
  status: (view) => ("duplicate" in view ? 200 : 201),
})
