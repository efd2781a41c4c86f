import { S3Error } from "../http/error"
import type { Target } from "../http/target"
import { authenticateHeader } from "./header"
import { authenticateQuery } from "./query"
import type { Scope } from "./scope"
import type { Verifier } from "./verifier"

/** How far a header signature's date may be from our clock, either way. */
export const MAX_SKEW_MS = 15 * 60 * 1000

/** What a verified signature says about the request. */
export type Authentication = {
  scope: Scope
  longDate: string
  signature: string
  /** The SHA-256 of the body, `UNSIGNED-PAYLOAD`, or the name of a streaming scheme. */
  payloadHash: string
}

/** An incoming request before anyone knows who sent it. */
export type Unverified = Target & { method: string; headers: Record<string, string> }

/**
 * Verifies the signature in the Authorization header or in the query of a pre-signed URL. There is no anonymous
 * access.
 * @throws S3Error with the code S3 gives for the fault.
 */
export async function authenticate(request: Unverified, verifier: Verifier): Promise<Authentication> {
  const byHeader = request.headers.authorization !== undefined
  const byQuery = ["X-Amz-Algorithm", "X-Amz-Signature", "X-Amz-Credential"].some((name) =>
    request.query.has(name),
  )
  if (byHeader && byQuery) {
    throw new S3Error(
      "InvalidArgument",
      "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
    )
  }
  if (byQuery) return authenticateQuery(request, verifier)
  if (byHeader) return authenticateHeader(request, verifier)
  throw new S3Error("AccessDenied", "Access Denied")
}

/** Throws unless the signature covers the host and every `x-amz-*` header that was sent. */
export function checkSignedHeaders(signedHeaders: string[], headers: Record<string, string>): void {
  const missing = Object.keys(headers).filter(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !signedHeaders.includes(name),
  )
  if (missing.length > 0 || !signedHeaders.includes("host")) {
    throw new S3Error("AccessDenied", "There were headers present in the request which were not signed", {
      HeadersNotSigned: missing.join(", "),
    })
  }
}

const PAYLOAD_HASHES = new Set([
  "UNSIGNED-PAYLOAD",
  "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
  "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
  "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
])

/** Throws unless the value is one that `x-amz-content-sha256` may have. */
export function checkPayloadHash(value: string): void {
  if (PAYLOAD_HASHES.has(value) || /^[0-9a-f]{64}$/.test(value)) return
  throw new S3Error(
    "InvalidArgument",
    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
  )
}
