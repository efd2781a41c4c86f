import { randomUUID } from "node:crypto"
import type { APIGatewayProxyEventV2 } from "aws-lambda"

export type HttpRequest = {
  method: string
  /** An absolute address: its host is the one that the visitor sees. */
  url: URL
  headers?: Record<string, string>
  cookies?: readonly string[]
  /** Text goes as it is, bytes in base64. */
  body?: string | Uint8Array
}

/** The event that an HTTP API makes of a request which the CDN passed on (payload 2.0). */
export function httpEvent({ method, url, headers = {}, cookies, body }: HttpRequest): APIGatewayProxyEventV2 {
  const apiHost = "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
  const isText = typeof body === "string"
  return {
    version: "2.0",
    routeKey: "ANY /api/{proxy+}",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies?.length ? { cookies: [...cookies] } : {}),
    headers: {
      host: apiHost,
      "x-forwarded-host": url.host,
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      "x-forwarded-for": "198.51.100.7, 203.0.113.9",
      "user-agent": "Amazon CloudFront",
      via: "2.0 0123456789abcdef.cloudfront.net (CloudFront)",
      ...length,
      ...headers,
    },
    requestContext: {
      accountId: "000000000000",
      apiId: "a1b2c3d4e5",
      domainName: apiHost,
      domainPrefix: "a1b2c3d4e5",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "203.0.113.9",
        userAgent: "Amazon CloudFront",
      },
      requestId: randomUUID(),
      routeKey: "ANY /api/{proxy+}",
      stage: "$default",
      time: "24/Nov/2026:03:01:00 +0000",
      timeEpoch: Date.now(),
    },
    ...(body === undefined ? {} : { body: isText ? body : Buffer.from(body).toString("base64") }),
    isBase64Encoded: body !== undefined && !isText,
  }
}
