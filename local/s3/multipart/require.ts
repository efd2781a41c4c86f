import { S3Error } from "../http/error"
import type { S3Context, S3Request } from "../http/types"
import type { Upload } from "../store/upload-store"

const MAX_PART_NUMBER = 10_000

/** The open upload a request names. Throws `NoSuchUpload` when there is none at this key. */
export function requireUpload(request: S3Request, context: S3Context): Upload {
  const id = request.query.get("uploadId") ?? ""
  const upload = context.uploads.find(id, request)
  if (upload) return upload
  throw new S3Error(
    "NoSuchUpload",
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    { UploadId: id },
  )
}

/** The part number a request names, 1 to 10000. */
export function readPartNumber(request: S3Request): number {
  const text = request.query.get("partNumber") ?? ""
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > MAX_PART_NUMBER) {
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", {
      ArgumentName: "partNumber",
      ArgumentValue: text,
    })
  }
  return number
}
