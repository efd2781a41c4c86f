import { z } from "zod"
import { receiveText } from "../body/receive"
import { requestBody } from "../body/request-body"
import { causeOf } from "../http/cause"
import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import { readXml, type XmlValue } from "../http/xml"
import { ifMatch } from "./delete-object"

const MAX_KEYS = 1000
const MAX_BYTES = 2 * 1024 * 1024

const Document = z.object({
  Delete: z.object({
    Object: z
      .array(
        z.object({ Key: z.string().min(1), VersionId: z.string().optional(), ETag: z.string().optional() }),
      )
      .min(1)
      .max(MAX_KEYS),
    Quiet: z.string().optional(),
  }),
})

/** DeleteObjects: up to 1000 keys; what fails is told key by key. */
export async function deleteObjects(request: S3Request, context: S3Context): Promise<Reply> {
  const { headers, bucket } = request
  const isProtected =
    headers["content-md5"] ?? Object.keys(headers).find((name) => /^x-amz-(checksum-|trailer)/.test(name))
  if (!isProtected)
    throw new S3Error("InvalidRequest", "Missing required header for this request: Content-MD5")
  const { Delete } = readXml(await receiveText(requestBody(request, context), MAX_BYTES), Document)
  const deleted: XmlValue[] = []
  const errors: XmlValue[] = []
  for (const { Key, VersionId, ETag } of Delete.Object) {
    try {
      if (VersionId !== undefined && VersionId !== "null") throw new S3Error("NoSuchVersion")
      const address = { bucket, key: Key }
      await context.objects.remove(address, causeOf(request, "ObjectRemoved:Delete"), ifMatch(ETag))
      deleted.push({ Key, VersionId })
    } catch (error) {
      if (!(error instanceof S3Error)) throw error
      errors.push({ Key, VersionId, Code: error.code, Message: error.message })
    }
  }
  const content = Delete.Quiet?.trim() === "true" ? { Error: errors } : { Deleted: deleted, Error: errors }
  return { xml: { root: "DeleteResult", content } }
}
