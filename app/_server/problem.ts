import "server-only"
import type { z } from "zod"
import type { AppError, ErrorCode } from "@/core/error"
import type { Locale } from "@/core/user/user.schema"
import { issueSentence, sentence } from "./sentences"

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  rate_limited: 429,
  internal: 500,
  not_implemented: 501,
  unavailable: 503,
}

/** Names every unknown field by its own path. */
const oneFieldEach = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ ...issue, path: [...issue.path, key], keys: [key] }))
    : [issue]

/** A wait that is long is told in minutes. */
const isLong = ({ retryAfter = 0 }: AppError) => retryAfter > 120
const plainKey = (error: AppError) =>
  error.code === "rate_limited" && isLong(error) ? "rate_limited_for_minutes" : error.code
const waitOf = ({ retryAfter: seconds }: AppError): Record<string, number> =>
  seconds === undefined
    ? {}
    : { seconds, minutes: Math.ceil(seconds / 60), days: Math.ceil(seconds / 86_400) }

/** A refusal as RFC 9457 says it, in the caller's language. */
export function problem(error: AppError, locale: Locale, requestId: string): Response {
  const status = statuses[error.code]
  const params = { ...waitOf(error), ...error.params }
  const title = sentence(locale, plainKey(error), params)
  const body = {
    type: `urn:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.reason ? sentence(locale, error.reason, params) : title,
    ...(error.reason ? { reason: error.reason } : {}),
    ...(error.issues.length > 0
      ? {
          errors: error.issues.flatMap(oneFieldEach).map((issue) => ({
            path: issue.path.join("."),
            message: issueSentence(locale, issue),
          })),
        }
      : {}),
    requestId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "private, no-store",
      "x-request-id": requestId,
      ...(error.retryAfter ? { "retry-after": String(error.retryAfter) } : {}),
    },
  })
}
