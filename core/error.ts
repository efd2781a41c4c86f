import type { z } from "zod"

/** The closed list of ways an operation may refuse. The edge turns them into HTTP statuses and sentences. */
export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "conflict",
  "gone",
  "too_large",
  "unsupported",
  "unprocessable",
  "rate_limited",
  "internal",
  "not_implemented",
  "unavailable",
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetails = {
  /** Key of a sentence in messages (`errors.<reason>`); without it the code has its own sentence. */
  reason?: string
  /** What the sentence mentions, e.g. a limit. */
  params?: Record<string, string | number>
  /** Faults of the input, from zod. */
  issues?: readonly z.core.$ZodIssue[]
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
  cause?: unknown
}

/** A refusal that a person may read about; anything else that is thrown is our bug and a 500. */
export class AppError extends Error {
  readonly reason?: string
  readonly params: Record<string, string | number>
  readonly issues: readonly z.core.$ZodIssue[]
  readonly retryAfter?: number

  constructor(
    readonly code: ErrorCode,
    details: ErrorDetails = {},
  ) {
    super(details.reason ?? code, { cause: details.cause })
    this.name = "AppError"
    this.reason = details.reason
    this.params = details.params ?? {}
    this.issues = details.issues ?? []
    this.retryAfter = details.retryAfter
  }
}

/** An `invalid` refusal about one field, as zod would have said it. */
export const invalidField = (path: string, reason: string) =>
  new AppError("invalid", {
    issues: [{ code: "custom", path: [path], message: reason, input: undefined }],
  })
