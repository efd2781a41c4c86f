import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import type { StoredObject } from "../store/record"
import { cutPage, type Page } from "./page"
import { keyEncoding, readLimit } from "./parameters"

const OWNER = { ID: "LOCAL", DisplayName: "local" }

/** ListObjectsV2. */
export function listObjectsV2(request: S3Request, context: S3Context): Reply {
  const { query, bucket } = request
  const startAfter = query.get("start-after") ?? ""
  const token = query.get("continuation-token")
  const prefix = query.get("prefix") ?? ""
  const delimiter = query.get("delimiter") ?? ""
  const limit = readLimit(query, "max-keys")
  const { encode, EncodingType } = keyEncoding(query)
  const after = token === null ? startAfter : readToken(token)
  const page = cutPage(context.objects.sortedKeys(bucket), { prefix, delimiter, after, limit })
  const withOwner = query.get("fetch-owner") === "true"
  const content = {
    Name: bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    MaxKeys: limit,
    EncodingType,
    KeyCount: page.keys.length + page.prefixes.length,
    IsTruncated: page.next !== null,
    ContinuationToken: token ?? undefined,
    NextContinuationToken: page.next === null ? undefined : writeToken(page.next),
    StartAfter: startAfter === "" ? undefined : encode(startAfter),
    Contents: objectsOf(page, request, context).map((object) => ({
      Key: encode(object.key),
      LastModified: object.modified,
      ETag: `"${object.etag}"`,
      ChecksumAlgorithm: Object.keys(object.checksums),
      Size: object.size,
      Owner: withOwner ? OWNER : undefined,
      StorageClass: "STANDARD",
    })),
    CommonPrefixes: page.prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
  }
  return { xml: { root: "ListBucketResult", content } }
}

/** ListObjectVersions: every object is its own, only version. */
export function listObjectVersions(request: S3Request, context: S3Context): Reply {
  const { query, bucket } = request
  const prefix = query.get("prefix") ?? ""
  const delimiter = query.get("delimiter") ?? ""
  const after = query.get("key-marker") ?? ""
  const limit = readLimit(query, "max-keys")
  const { encode, EncodingType } = keyEncoding(query)
  const page = cutPage(context.objects.sortedKeys(bucket), { prefix, delimiter, after, limit })
  const content = {
    Name: bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(after),
    VersionIdMarker: "",
    NextKeyMarker: page.next === null ? undefined : encode(page.next),
    NextVersionIdMarker: page.next === null ? undefined : "null",
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    MaxKeys: limit,
    EncodingType,
    IsTruncated: page.next !== null,
    Version: objectsOf(page, request, context).map((object) => ({
      Key: encode(object.key),
      VersionId: "null",
      IsLatest: true,
      LastModified: object.modified,
      ETag: `"${object.etag}"`,
      Size: object.size,
      Owner: OWNER,
      StorageClass: "STANDARD",
    })),
    CommonPrefixes: page.prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
  }
  return { xml: { root: "ListVersionsResult", content } }
}

function objectsOf(page: Page, { bucket }: S3Request, context: S3Context): StoredObject[] {
  return page.keys.flatMap((key) => context.objects.find({ bucket, key }) ?? [])
}

function writeToken(after: string): string {
  return Buffer.from(`1:${after}`).toString("base64url")
}

function readToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString()
  if (!text.startsWith("1:"))
    throw new S3Error("InvalidArgument", "The continuation token provided is incorrect")
  return text.slice(2)
}
