import { prefixes } from "../id"
import type { FoundLine, Problem } from "./explain.schema"
import { found, type Part } from "./part"

type Line = Record<string, unknown>

export const parsed = ({ message }: FoundLine): Line => {
  try {
    return JSON.parse(message) as Line
  } catch {
    return {}
  }
}

const anyId = new RegExp(`\\b(?:${Object.values(prefixes).join("|")})_[0-7][0-9A-HJKMNP-TV-Z]{25}`, "g")

/** What the lines tell of a request; undefined where there is none of it. */
export function request(id: string, lines: readonly FoundLine[]): Part | undefined {
  if (lines.length === 0) return undefined
  const ended = lines.map(parsed).find(({ message }) => message === "request")
  const ids = [...new Set(lines.flatMap(({ message }) => message.match(anyId) ?? []))]
  return found({
    summary: ended
      ? `${ended.method} ${ended.path} of ${ended.user_id ?? "a visitor"} from ${ended.sourceIp}, answered with ${ended.status} after ${ended.duration} ms.`
      : `A request or a call of a function with ${lines.length} lines, that has not ended.`,
    problems: lines.map(parsed).flatMap(problemOf),
    related: ids.map((one) => ({ what: "named in its lines", id: one })),
    requests: [id],
  })
}

/** Why requests are refused, where a word of ours says it. */
const refusals: Record<string, string> = {
  origin: "It came from a page of another site",
  around_cdn: "It came around the CDN, or with another secret than the CDN's",
  token_wrong: "Its access token is wrong, expired or revoked",
  scope_missing: "Its access token lacks a scope",
  rate_limited: "The caller reached a limit",
}

const failures = new Set(["request failed", "page failed", "call failed", "projection failed"])

function problemOf(line: Line): Problem[] {
  const { message, status, reason, session, limit, origin, duration, error } = line
  const { name, message: said } = (error ?? {}) as Line
  if (failures.has(String(message)))
    return [{ what: `An unhandled error: ${name}: ${String(said).slice(0, 200)}.`, next: "diagnose 500" }]
  if (/^S3 .* failed$/.test(String(message)))
    return [{ what: `${message}: ${name}.`, next: "diagnose upload" }]
  if (message === "table throttled")
    return [{ what: `The table turned ${line.operation} away (${reason}).`, next: "diagnose slow-api" }]
  if (message === "table call slow")
    return [
      {
        what: `A slow query: ${line.operation} of ${line.index ?? "the table"} took ${duration} ms.`,
        next: "diagnose slow-api",
      },
    ]
  if (message !== "request" || Number(status) < 400) return []
  if (session)
    return [
      {
        what: session === "ended" ? "The session of its cookie has ended." : "Its cookie cannot be opened.",
        next: "diagnose 403",
      },
    ]
  const what = refusals[String(reason)] ?? `It was refused: ${reason}`
  const more = [limit, origin].filter(Boolean).join(", ")
  const walk = status === 429 ? "429" : Number(status) >= 500 ? "500" : "403"
  return reason ? [{ what: `${what}${more ? ` (${more})` : ""}.`, next: `diagnose ${walk}` }] : []
}
