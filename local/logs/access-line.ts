type Line = Record<string, unknown>

/** The paths that go through API Gateway in AWS, by the route that they take there. */
const routeKeys: [RegExp, string][] = [
  [/^\/api\//, "ANY /api/{proxy+}"],
  [/^\/health$/, "ANY /health"],
]

/**
 * What API Gateway would write of a request into its access log, from the line that the server wrote of it; undefined
 * for what the gateway never sees. The fields are those of infra/api.ts.
 */
export function accessLine(line: Line): string | undefined {
  const { request_id, method, path, status, duration, sourceIp, timestamp, message } = line
  const route = routeKeys.find(([pattern]) => pattern.test(String(path)))?.[1]
  if (message !== "request" || !route) return undefined
  return JSON.stringify({
    requestTime: commonLogTime(Date.parse(String(timestamp)) - Number(duration)),
    requestId: request_id,
    functionRequestId: "-",
    httpMethod: method,
    path,
    routeKey: route,
    status,
    responseTime: duration,
    responseLength: "-",
    integrationLatency: String(duration),
    integrationStatus: String(status),
    sourceIp,
    error: "-",
  })
}

/** A time as API Gateway writes it: `28/Nov/2026:17:05:40 +0000`. */
function commonLogTime(at: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(at).toUTCString()) ?? []
  return `${day}/${month}/${year}:${time} +0000`
}
