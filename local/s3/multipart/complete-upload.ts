import { createReadStream } from "node:fs"
import { type Checksums, checksumElements, checksumsIn, startChecksum } from "../body/checksums"
import { receive, receiveText } from "../body/receive"
import { requestBody } from "../body/request-body"
import { causeOf } from "../http/cause"
import type { Reply, S3Context, S3Request } from "../http/types"
import { checkWrite } from "../object/conditions"
import { temporaryFile } from "../store/folders"
import type { StoredObject } from "../store/record"
import type { Part, Upload } from "../store/upload-store"
import { compositeSource, multipartEtag, readPlan } from "./plan"
import { requireUpload } from "./require"

const MAX_BYTES = 4 * 1024 * 1024

/** CompleteMultipartUpload. Repeating it after it succeeded gives the same answer. */
export async function completeUpload(request: S3Request, context: S3Context): Promise<Reply> {
  // The checksums in the headers are those of the object, not of this document.
  const { headers } = request
  const declared = checksumsIn(headers)
  const document = { ...request, headers: withoutChecksums(headers) }
  const xml = await receiveText(requestBody(document, context), MAX_BYTES)
  const id = request.query.get("uploadId") ?? ""
  const object = await context.uploads.exclusively(id, async () => {
    const current = context.objects.find(request)
    if (current?.uploadId === id) return current
    const upload = requireUpload(request, context)
    const joined = await join(request, context, upload, readPlan(xml, upload), declared)
    await context.uploads.remove(upload)
    return joined
  })
  const content = {
    Location: `http://${headers.host}/${request.bucket}/${encodeURIComponent(request.key)}`,
    Bucket: request.bucket,
    Key: request.key,
    ETag: `"${object.etag}"`,
    ...checksumElements(object.checksums),
    ChecksumType: Object.keys(object.checksums).length > 0 ? object.checksumType : undefined,
  }
  return { xml: { root: "CompleteMultipartUploadResult", content } }
}

async function join(
  request: S3Request,
  context: S3Context,
  upload: Upload,
  parts: Part[],
  declared: Checksums,
): Promise<StoredObject> {
  const { objects, uploads } = context
  const { checksum } = upload
  const check = (current: StoredObject | undefined) => checkWrite(request.headers, current)
  check(objects.find(request))
  const isWhole = checksum?.type === "FULL_OBJECT"
  const body = {
    source: concatenate(parts.map((part) => uploads.partFile(upload, part))),
    algorithms: isWhole ? [checksum.name] : [],
    expected: () => ({
      size: parts.reduce((sum, part) => sum + part.size, 0),
      checksums: isWhole ? declared : {},
    }),
  }
  const composite = checksum && !isWhole ? await compositeOf(parts, checksum.name) : {}
  return receive(body, temporaryFile(objects.folders), (received) => {
    const about = {
      etag: multipartEtag(parts),
      headers: upload.headers,
      checksums: isWhole ? received.checksums : composite,
      checksumType: checksum?.type ?? "COMPOSITE",
      uploadId: upload.id,
    }
    return objects.put(
      request,
      received,
      about,
      causeOf(request, "ObjectCreated:CompleteMultipartUpload"),
      check,
    )
  })
}

async function* concatenate(files: string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* createReadStream(file)
}

async function compositeOf(parts: Part[], name: keyof Checksums): Promise<Checksums> {
  const running = startChecksum(name)
  running.update(compositeSource(parts, name))
  return { [name]: `${await running.base64()}-${parts.length}` }
}

function withoutChecksums(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("x-amz-checksum-")))
}
