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

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/

/** Verifies an `Authorization: AWS4-HMAC-SHA256 …` header. */
export async function authenticateHeader(request: Unverified, verifier: Verifier): Promise<Authentication> {
  const { method, path, query, headers } = request
  const authorization = headers.authorization ?? ""
  if (!authorization.startsWith("AWS4-HMAC-SHA256")) {
    throw new S3Error(
      "InvalidRequest",
      "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    )
  }
  const [, credential, signed, signature] = AUTHORIZATION.exec(authorization) ?? []
  if (credential === undefined || signed === undefined || signature === undefined) {
    throw new S3Error(
      "AuthorizationHeaderMalformed",
      "The authorization header that you provided is not valid.",
    )
  }
  const scope = readScope(credential, verifier, "AuthorizationHeaderMalformed")
  const longDate = headers["x-amz-date"] ?? ""
  const date = readLongDate(longDate)
  if (!date)
    throw new S3Error("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header")
  if (!longDate.startsWith(scope.day)) {
    throw new S3Error(
      "AuthorizationHeaderMalformed",
      "The authorization header is malformed; Invalid credential date.",
    )
  }
  if (Math.abs(Date.now() - date.getTime()) > MAX_SKEW_MS) {
    throw new S3Error(
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
      {
        RequestTime: longDate,
        ServerTime: new Date().toISOString(),
        MaxAllowedSkewMilliseconds: MAX_SKEW_MS,
      },
    )
  }
  const payloadHash = headers["x-amz-content-sha256"]
  if (payloadHash === undefined) {
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
  }
  checkPayloadHash(payloadHash)
  const signedHeaders = signed.split(";")
  checkSignedHeaders(signedHeaders, headers)
  await verifier.checkRequest(
    { method, path, query, headers, signedHeaders, payloadHash },
    scope,
    longDate,
    signature,
  )
  return { scope, longDate, signature, payloadHash }
}
