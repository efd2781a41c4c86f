import "server-only"

const throttled = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "SlowDown",
])
const unreachable = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EPIPE", "ETIMEDOUT"])

/**
 * Whether the table or storage did not do its part, as opposed to a fault of ours: unreachable, late, throttled, or
 * its own error. The SDK's error may be the cause of another one.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { $fault, code } = error as { $fault?: unknown; code?: unknown }
  if ($fault === "server" || throttled.has(error.name) || error.name === "TimeoutError") return true
  return unreachable.has(String(code)) || isOutage(error.cause)
}
