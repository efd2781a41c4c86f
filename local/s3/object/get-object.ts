import { checksumHeaders } from "../body/checksums"
import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import type { StoredObject } from "../store/record"
import { checkRead, matches } from "./conditions"
import { type Range, readRange } from "./range"
import { checkVersion, noSuchKey, requireObject } from "./require"

const OVERRIDES = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]

/** GetObject. */
export async function getObject(request: S3Request, context: S3Context): Promise<Reply> {
  checkVersion(request)
  const opened = (await context.objects.openBlob(request)) ?? noSuchKey(request)
  const { object, file } = opened
  try {
    const reply = replyFor(request, object)
    const range = wantedRange(request, object)
    if (object.size === 0) {
      await file.close()
      return reply
    }
    // The stream closes the file, also when the client goes away.
    return { ...reply, body: file.createReadStream(range ?? {}) }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** HeadObject. */
export function headObject(request: S3Request, context: S3Context): Reply {
  checkVersion(request)
  return replyFor(request, requireObject(context, request))
}

function replyFor(request: S3Request, object: StoredObject): Reply {
  checkRead(request.headers, object)
  const range = wantedRange(request, object)
  const headers: Record<string, string | number> = {
    "content-type": "binary/octet-stream",
    ...object.headers,
    ...overrides(request),
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modified).toUTCString(),
    "accept-ranges": "bytes",
    "content-length": range ? range.end - range.start + 1 : object.size,
  }
  if (!range) {
    const wanted = request.headers["x-amz-checksum-mode"]?.toUpperCase() === "ENABLED"
    return {
      headers: wanted ? { ...headers, ...checksumHeaders(object.checksums, object.checksumType) } : headers,
    }
  }
  headers["content-range"] = `bytes ${range.start}-${range.end}/${object.size}`
  return { status: 206, headers }
}

function wantedRange({ headers }: S3Request, object: StoredObject): Range | null {
  const condition = headers["if-range"]
  if (condition !== undefined && !matches(condition, object.etag)) return null
  return readRange(headers.range, object.size)
}

/** The `response-*` parameters replace headers of the answer. */
function overrides({ query }: S3Request): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of OVERRIDES) {
    const value = query.get(`response-${name}`)
    if (value === null) continue
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw new S3Error("InvalidArgument", `response-${name} is invalid.`)
    found[name] = value
  }
  return found
}
