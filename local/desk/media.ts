import type { IncomingMessage, ServerResponse } from "node:http"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3"

/**
 * The key that an address of the desk shows, as the CDN maps it: `/media/public/*`, `/media/status/*` and
 * `/status/*`. Undefined for everything else of the bucket.
 */
export function mediaKey(pathname: string): string | undefined {
  const key = decode(pathname.replace(/^\/media\//, "/").slice(1))
  if (!key || key.split("/").some((part) => part === "" || part === "." || part === "..")) return undefined
  if (/^\/media\/(public|status)\//.test(pathname) || pathname.startsWith("/status/")) return key
  return undefined
}

/** Sends an object of the media bucket as the CDN would: type, range, conditions, immutable when it is a variant. */
export async function sendMedia(
  s3: S3Client,
  bucket: string,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { range, "if-none-match": ifNoneMatch } = request.headers
  try {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, Range: range, IfNoneMatch: ifNoneMatch })
    const object = await s3.send(command)
    const standard = key.startsWith("public/") ? "public, max-age=31536000, immutable" : "public, max-age=60"
    response.writeHead(object.ContentRange ? 206 : 200, {
      "content-type": object.ContentType ?? "application/octet-stream",
      "content-length": String(object.ContentLength ?? 0),
      "cache-control": object.CacheControl ?? standard,
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
      ...(object.ETag ? { etag: object.ETag } : {}),
      ...(object.LastModified ? { "last-modified": object.LastModified.toUTCString() } : {}),
      ...(object.ContentRange ? { "content-range": object.ContentRange } : {}),
    })
    const body = object.Body as Readable
    if (request.method !== "HEAD") return await pipeline(body, response)
    body.destroy()
    response.end()
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 502) : 502
    response.writeHead(status, { "cache-control": "no-store" }).end()
  }
}

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
