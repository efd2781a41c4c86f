import { checksumElements } from "../body/checksums"
import { keyEncoding, readLimit } from "../bucket/parameters"
import type { Reply, S3Context, S3Request } from "../http/types"
import { compareKeys } from "../store/key-order"
import { requireUpload } from "./require"

/** ListParts. */
export function listParts(request: S3Request, context: S3Context): Reply {
  const { query } = request
  const upload = requireUpload(request, context)
  const limit = readLimit(query, "max-parts")
  const marker = Number(query.get("part-number-marker") ?? 0)
  const later = [...upload.parts.values()]
    .filter((part) => part.number > marker)
    .sort((a, b) => a.number - b.number)
  const page = later.slice(0, limit)
  const content = {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: limit,
    IsTruncated: later.length > page.length,
    ChecksumAlgorithm: upload.checksum?.name,
    ChecksumType: upload.checksum?.type,
    StorageClass: "STANDARD",
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: part.modified,
      ETag: `"${part.etag}"`,
      Size: part.size,
      ...checksumElements(part.checksums),
    })),
  }
  return { xml: { root: "ListPartsResult", content } }
}

/** ListMultipartUploads: by key, then by the time they began. */
export function listUploads(request: S3Request, context: S3Context): Reply {
  const { query, bucket } = request
  const { encode, EncodingType } = keyEncoding(query)
  const prefix = query.get("prefix") ?? ""
  const keyMarker = query.get("key-marker") ?? ""
  const idMarker = query.get("upload-id-marker") ?? ""
  const limit = readLimit(query, "max-uploads")
  const open = context.uploads
    .list(bucket)
    .filter((upload) => upload.key.startsWith(prefix))
    .sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.started + a.id, b.started + b.id))
  // The markers name the last upload of the page before; without the second, all of that key are passed over.
  const reached = open.findIndex((upload) => upload.key === keyMarker && upload.id === idMarker)
  const later =
    reached >= 0 ? open.slice(reached + 1) : open.filter((upload) => compareKeys(upload.key, keyMarker) > 0)
  const page = later.slice(0, limit)
  const isTruncated = later.length > page.length
  const content = {
    Bucket: bucket,
    KeyMarker: encode(keyMarker),
    UploadIdMarker: idMarker,
    NextKeyMarker: isTruncated ? encode(page.at(-1)?.key ?? "") : undefined,
    NextUploadIdMarker: isTruncated ? page.at(-1)?.id : undefined,
    Prefix: encode(prefix),
    EncodingType,
    MaxUploads: limit,
    IsTruncated: isTruncated,
    Upload: page.map((upload) => ({
      Key: encode(upload.key),
      UploadId: upload.id,
      Initiated: upload.started,
      StorageClass: "STANDARD",
      ChecksumAlgorithm: upload.checksum?.name,
      ChecksumType: upload.checksum?.type,
    })),
  }
  return { xml: { root: "ListMultipartUploadsResult", content } }
}
