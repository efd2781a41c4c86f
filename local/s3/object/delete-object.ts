import { causeOf } from "../http/cause"
import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import type { StoredObject } from "../store/record"
import { matches } from "./conditions"
import { checkVersion } from "./require"

/** DeleteObject. Removing what is not there succeeds, unless If-Match asks for it. */
export async function deleteObject(request: S3Request, context: S3Context): Promise<Reply> {
  checkVersion(request)
  const check = ifMatch(request.headers["if-match"])
  await context.objects.remove(request, causeOf(request, "ObjectRemoved:Delete"), check)
  return { status: 204 }
}

/** The condition that a removal's ETag makes; without one there is none. */
export function ifMatch(etag: string | undefined): (current: StoredObject | undefined) => void {
  return (current) => {
    if (etag === undefined) return
    if (!current) throw new S3Error("NoSuchKey", "The specified key does not exist.")
    if (!matches(etag, current.etag)) {
      throw new S3Error(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        {
          Condition: "If-Match",
        },
      )
    }
  }
}
