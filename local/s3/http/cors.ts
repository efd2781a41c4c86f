import type { IncomingMessage, ServerResponse } from "node:http"
import { S3Error } from "./error"

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"]
const EXPOSED = [
  "ETag",
  "Location",
  "Content-Range",
  "x-amz-request-id",
  "x-amz-checksum-crc32",
  "x-amz-checksum-crc32c",
  "x-amz-checksum-sha1",
  "x-amz-checksum-sha256",
]

/** Allows a page of a configured origin to read the answer, also when it is a refusal. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: string[]): void {
  const { origin } = request.headers
  response.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method")
  if (origin === undefined || !isAllowed(origin, origins)) return
  response.setHeader("access-control-allow-origin", origin)
  response.setHeader("access-control-expose-headers", EXPOSED.join(", "))
}

/**
 * Answers a preflight request.
 * @throws S3Error `BadRequest` when it is none, `AccessForbidden` for other origins and methods.
 */
export function preflight(request: IncomingMessage, response: ServerResponse, origins: string[]): void {
  const { origin, "access-control-request-method": method } = request.headers
  if (origin === undefined || method === undefined) {
    throw new S3Error(
      "BadRequest",
      "Insufficient information. Origin and Access-Control-Request-Method headers are needed.",
    )
  }
  if (!isAllowed(origin, origins) || !METHODS.includes(method)) {
    throw new S3Error(
      "AccessForbidden",
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    )
  }
  response.writeHead(200, {
    "access-control-allow-methods": METHODS.join(", "),
    "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "",
    "access-control-max-age": "3000",
    "content-length": 0,
  })
  response.end()
}

function isAllowed(origin: string, origins: string[]): boolean {
  return origins.includes(origin) || origins.includes("*")
}
