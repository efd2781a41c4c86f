import type { Reply, S3Context, S3Request } from "../http/types"
import { requireUpload } from "./require"

/** AbortMultipartUpload. */
export async function abortUpload(request: S3Request, context: S3Context): Promise<Reply> {
  await context.uploads.exclusively(request.query.get("uploadId") ?? "", () =>
    context.uploads.remove(requireUpload(request, context)),
  )
  return { status: 204 }
}
