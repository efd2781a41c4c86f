import { checksumElements, checksumHeaders } from "../body/checksums"
import { type Body, receive } from "../body/receive"
import { requestBody } from "../body/request-body"
import { S3Error } from "../http/error"
import { parseCopySource } from "../http/target"
import type { Reply, S3Context, S3Request } from "../http/types"
import { checkCopySource } from "../object/conditions"
import { readRange } from "../object/range"
import { noSuchKey } from "../object/require"
import { temporaryFile } from "../store/folders"
import type { Part, Upload } from "../store/upload-store"
import { readPartNumber, requireUpload } from "./require"

/** UploadPart. */
export async function uploadPart(request: S3Request, context: S3Context): Promise<Reply> {
  const number = readPartNumber(request)
  const upload = requireUpload(request, context)
  const body = requestBody(request, context)
  checkAlgorithm(upload, [...body.algorithms])
  const part = await receivePart(body, upload, number, request, context)
  return { headers: { etag: `"${part.etag}"`, ...checksumHeaders(part.checksums, "FULL_OBJECT") } }
}

/** UploadPartCopy: a part out of an object, or out of a range of it. */
export async function uploadPartCopy(request: S3Request, context: S3Context): Promise<Reply> {
  const number = readPartNumber(request)
  const upload = requireUpload(request, context)
  const address = parseCopySource(request.headers["x-amz-copy-source"] ?? "")
  context.requireBucket(address.bucket)
  const { object: source, file } = (await context.objects.openBlob(address)) ?? noSuchKey(address)
  try {
    checkCopySource(request.headers, source)
    const range = readCopyRange(request.headers["x-amz-copy-source-range"], source.size)
    const size = range ? range.end - range.start + 1 : source.size
    const body = {
      source: file.createReadStream(range ?? {}),
      algorithms: upload.checksum ? [upload.checksum.name] : [],
      expected: () => ({ size, checksums: {} }),
    }
    const part = await receivePart(body, upload, number, request, context)
    const content = {
      LastModified: part.modified,
      ETag: `"${part.etag}"`,
      ...checksumElements(part.checksums),
    }
    return { xml: { root: "CopyPartResult", content } }
  } finally {
    await file.close()
  }
}

function receivePart(
  body: Body,
  upload: Upload,
  number: number,
  request: S3Request,
  context: S3Context,
): Promise<Part> {
  const { uploads, objects } = context
  return receive(body, temporaryFile(objects.folders), (received) =>
    uploads.exclusively(upload.id, () => {
      // It may have been completed or aborted while the bytes came in.
      requireUpload(request, context)
      return uploads.addPart(upload, number, received)
    }),
  )
}

/** An upload begun with an algorithm takes parts with that checksum only. */
function checkAlgorithm({ checksum }: Upload, given: string[]): void {
  if (!checksum || given.includes(checksum.name)) return
  throw new S3Error(
    "InvalidRequest",
    `Checksum Type mismatch occurred, expected checksum Type: ${checksum.name.toLowerCase()}, actual checksum Type: ${given[0]?.toLowerCase() ?? "null"}`,
  )
}

function readCopyRange(header: string | undefined, size: number) {
  if (header === undefined) return null
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? []
  if (first === undefined || last === undefined || Number(first) > Number(last) || Number(last) >= size) {
    throw new S3Error(
      "InvalidArgument",
      "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
    )
  }
  return readRange(header, size)
}
