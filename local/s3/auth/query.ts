import { S3Error } from "../http/error"
import {
  type Authentication,
  checkPayloadHash,
  checkSignedHeaders,
  MAX_SKEW_MS,
  type Unverified,
} from "./authenticate"
import { readLongDate, readScope } from "./scope"
import type { Verifier } from "./verifier"

const MAX_EXPIRES_SECONDS = 7 * 24 * 60 * 60

/** Verifies the query of a pre-signed URL. */
export async function authenticateQuery(request: Unverified, verifier: Verifier): Promise<Authentication> {
  const { method, path, query, headers } = request
  const field = (name: string) => {
    const values = query.getAll(`X-Amz-${name}`)
    if (values.length !== 1 || !values[0]) {
      throw malformed(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
      )
    }
    return values[0]
  }
  if (field("Algorithm") !== "AWS4-HMAC-SHA256")
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  const signature = field("Signature")
  const scope = readScope(field("Credential"), verifier, "AuthorizationQueryParametersError")
  const longDate = field("Date")
  const date = readLongDate(longDate)
  if (!date) throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
  if (!longDate.startsWith(scope.day))
    throw malformed("Invalid credential date. This date is not the same as X-Amz-Date.")
  checkValidity(date, field("Expires"))
  const signedHeaders = field("SignedHeaders").split(";")
  checkSignedHeaders(signedHeaders, headers)
  const payloadHash =
    query.get("X-Amz-Content-Sha256") ?? headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD"
  checkPayloadHash(payloadHash)
  await verifier.checkRequest(
    { method, path, query, headers, signedHeaders, payloadHash },
    scope,
    longDate,
    signature,
  )
  return { scope, longDate, signature, payloadHash }
}

function checkValidity(date: Date, expires: string): void {
  const seconds = /^\d{1,9}$/.test(expires) ? Number(expires) : Number.NaN
  if (!(seconds >= 1)) throw malformed("X-Amz-Expires must be a number of seconds")
  if (seconds > MAX_EXPIRES_SECONDS) {
    throw malformed(
      "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds",
    )
  }
  if (date.getTime() - Date.now() > MAX_SKEW_MS) throw new S3Error("AccessDenied", "Request is not yet valid")
  const end = date.getTime() + seconds * 1000
  if (Date.now() > end) {
    throw new S3Error("AccessDenied", "Request has expired", {
      "X-Amz-Expires": seconds,
      Expires: new Date(end).toISOString(),
      ServerTime: new Date().toISOString(),
    })
  }
}

function malformed(message: string): S3Error {
  return new S3Error("AuthorizationQueryParametersError", message)
}
