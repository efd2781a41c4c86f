import { checksumHeaders } from "../body/checksums"
import { receive } from "../body/receive"
import { requestBody } from "../body/request-body"
import { causeOf } from "../http/cause"
import type { Reply, S3Context, S3Request } from "../http/types"
import { temporaryFile } from "../store/folders"
import { checkWrite } from "./conditions"
import { metadataIn } from "./metadata"

/** PutObject. */
export async function putObject(request: S3Request, context: S3Context): Promise<Reply> {
  const { objects } = context
  const headers = metadataIn(request.headers)
  const check = (current: Parameters<typeof checkWrite>[1]) => checkWrite(request.headers, current)
  // Once before the body, to refuse early, and once more under the key's lock.
  check(objects.find(request))
  const body = requestBody(request, context)
  const object = await receive(body, temporaryFile(objects.folders), (received) => {
    const about = {
      etag: received.md5,
      headers,
      checksums: received.checksums,
      checksumType: "FULL_OBJECT",
    } as const
    return objects.put(request, received, about, causeOf(request, "ObjectCreated:Put"), check)
  })
  return { headers: { etag: `"${object.etag}"`, ...checksumHeaders(object.checksums, object.checksumType) } }
}
