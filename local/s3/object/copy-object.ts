import { type ChecksumName, checksumElements, checksumName } from "../body/checksums"
import { receive } from "../body/receive"
import { causeOf } from "../http/cause"
import { S3Error } from "../http/error"
import { parseCopySource } from "../http/target"
import type { Reply, S3Context, S3Request } from "../http/types"
import { temporaryFile } from "../store/folders"
import { checkCopySource, checkWrite } from "./conditions"
import { metadataIn } from "./metadata"
import { noSuchKey } from "./require"

/** CopyObject. The bytes are read again, so that a copy of a multipart object has its MD5 as ETag, as in S3. */
export async function copyObject(request: S3Request, context: S3Context): Promise<Reply> {
  const { objects } = context
  const address = parseCopySource(request.headers["x-amz-copy-source"] ?? "")
  context.requireBucket(address.bucket)
  const directive = readDirective(request)
  if (directive === "COPY" && address.bucket === request.bucket && address.key === request.key) {
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    )
  }
  const check = (current: Parameters<typeof checkWrite>[1]) => checkWrite(request.headers, current)
  check(objects.find(request))
  const { object: source, file } = (await objects.openBlob(address)) ?? noSuchKey(address)
  try {
    checkCopySource(request.headers, source)
    const headers = directive === "COPY" ? source.headers : metadataIn(request.headers)
    const body = {
      source: file.createReadStream(),
      algorithms: algorithmsOf(request, source.checksums),
      expected: () => ({ size: source.size, checksums: {} }),
    }
    const object = await receive(body, temporaryFile(objects.folders), (received) => {
      const about = {
        etag: received.md5,
        headers,
        checksums: received.checksums,
        checksumType: "FULL_OBJECT",
      } as const
      return objects.put(request, received, about, causeOf(request, "ObjectCreated:Copy"), check)
    })
    const content = {
      LastModified: object.modified,
      ETag: `"${object.etag}"`,
      ...checksumElements(object.checksums),
    }
    return { xml: { root: "CopyObjectResult", content } }
  } finally {
    await file.close()
  }
}

function readDirective({ headers }: S3Request): "COPY" | "REPLACE" {
  const directive = headers["x-amz-metadata-directive"] ?? "COPY"
  if (directive === "COPY" || directive === "REPLACE") return directive
  throw new S3Error("InvalidArgument", "Unknown metadata directive.", { ArgumentValue: directive })
}

function algorithmsOf({ headers }: S3Request, source: object): ChecksumName[] {
  const wanted = headers["x-amz-checksum-algorithm"]
  return wanted === undefined ? (Object.keys(source) as ChecksumName[]) : [checksumName(wanted)]
}
