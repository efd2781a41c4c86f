import "server-only"
import { randomUUID } from "node:crypto"
import { isColdStart, log, withFields } from "@/core/log"
import { metered, spent } from "@/core/meter"
import { measure } from "@/core/metrics"
import { addressFrom } from "./address"

export type Params = Readonly<Record<string, string | readonly string[]>>

/**
 * Answers a request so that every line that is written meanwhile says which one it was, and one line says how it ended.
 * @param params what Next found in the path, for the name of the route
 * @param respond gets the request's id: the caller's or the gateway's, else a new one
 */
export function withRequestLog(
  request: Request,
  params: Params,
  respond: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const began = performance.now()
  const { headers, method } = request
  const requestId = headers.get("x-request-id")?.match(/^[\w=+/-]{8,64}$/)?.[0] ?? randomUUID()
  const trace = /\bRoot=([\w-]+)/.exec(headers.get("x-amzn-trace-id") ?? "")?.[1]
  const about = {
    ...(trace ? { xray_trace_id: trace } : {}),
    request_id: requestId,
    method,
    ...placeOf(new URL(request.url).pathname, params),
    sourceIp: addressFrom(headers),
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
    coldStart: isColdStart(),
  }
  const call = async () => {
    const response = await respond(requestId)
    response.headers.set("x-request-id", requestId)
    const { status } = response
    if (status === 429) measure("RateLimitedCalls")
    const duration = Math.round(performance.now() - began)
    if (status >= 500) log.error("request", { status, duration, ...spent() })
    else log.info("request", { status, duration, ...spent() })
    return response
  }
  return withFields(about, () => metered(call))
}

/** The plain path, and the route with the names of its parameters. What was mailed to somebody is in neither. */
function placeOf(pathname: string, params: Params) {
  const segments = pathname.split("/")
  const route = [...segments]
  // A handle can be called as the words before it are.
  const words = segments[1] === "api" ? 3 : 2
  for (const [name, value] of Object.entries(params)) {
    if (typeof value !== "string") {
      route.splice(-value.length, value.length, `[...${name}]`)
      continue
    }
    const at = route.findIndex((segment, i) => i >= words && decoded(segment) === value)
    if (at > 0) route[at] = `[${name}]`
  }
  const path = segments.map((segment, i) => (route[i] === "[token]" ? "[token]" : segment))
  return { path: path.join("/"), route: route.join("/") }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
