import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { authenticate } from "../auth/authenticate"
import { postObject } from "../post/post-object"
import { allowOrigin, preflight } from "./cors"
import { S3Error } from "./error"
import { drain, refuse, respond } from "./respond"
import { routeOf } from "./router"
import { parseTarget, type Target } from "./target"
import type { Reply, S3Context } from "./types"

type Exchange = { http: IncomingMessage; id: string; proceed(): void }

/** Makes the function that answers every request. */
export function requestHandler(ready: Promise<S3Context>, corsOrigins: string[]) {
  /** @param waits the client sent `Expect: 100-continue` and holds its body back. */
  return async (http: IncomingMessage, response: ServerResponse, waits: boolean): Promise<void> => {
    const id = randomBytes(8).toString("hex").toUpperCase()
    let waiting = waits
    const proceed = () => {
      if (waiting) response.writeContinue()
      waiting = false
    }
    response.setHeader("x-amz-request-id", id)
    response.setHeader("x-amz-id-2", "local")
    try {
      allowOrigin(http, response, corsOrigins)
      if (http.method === "OPTIONS") return preflight(http, response, corsOrigins)
      const reply = await answer({ http, id, proceed }, await ready)
      if (waiting) dismiss(response)
      await respond(response, reply)
    } catch (error) {
      if (waiting) dismiss(response)
      fail(error, http, response, id)
    }
    if (!waiting) drain(http)
  }
}

async function answer({ http, id, proceed }: Exchange, context: S3Context): Promise<Reply> {
  const method = http.method ?? ""
  const sent = headersOf(http)
  const target = parseTarget(http.url ?? "")
  if (method === "POST" && target.key === "" && isForm(sent)) {
    context.requireBucket(target.bucket)
    proceed()
    const cause = {
      event: "ObjectCreated:Post",
      requestId: id,
      sourceIp: http.socket.remoteAddress ?? "",
    } as const
    return postObject({ http, bucket: target.bucket, headers: sent, cause }, context)
  }
  const authentication = await authenticate({ ...target, method, headers: sent }, context.verifier)
  const { bucket, key, query } = target
  const headers = { ...sent, ...signedParameters(target) }
  const request = { id, http, method, bucket, key, query, headers, authentication, proceed }
  const operation = routeOf(request)
  if (bucket !== "") context.requireBucket(bucket)
  return operation(request, context)
}

function headersOf(http: IncomingMessage): Record<string, string> {
  const entries = Object.entries(http.headers).map(([name, value]) => [name, String(value)])
  return Object.fromEntries(entries)
}

function isForm(headers: Record<string, string>): boolean {
  return /^multipart\/form-data\b/i.test(headers["content-type"] ?? "")
}

/** In a pre-signed URL, `x-amz-*` parameters stand for the headers of that name. */
function signedParameters({ query }: Target): Record<string, string> {
  if (!query.has("X-Amz-Signature")) return {}
  const entries = [...query].map(([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(entries.filter(([name]) => name.startsWith("x-amz-")))
}

/** Answers a client that still waits with its body: it never comes, so the connection is of no more use. */
function dismiss(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close")
}

function fail(error: unknown, http: IncomingMessage, response: ServerResponse, id: string): void {
  if (http.socket.destroyed) return
  if (!(error instanceof S3Error)) console.error("[s3]", http.method, http.url?.split("?")[0], error)
  if (response.headersSent) {
    // Too late to say anything else than that this is not the whole answer.
    response.destroy()
  } else {
    const refusal =
      error instanceof S3Error
        ? error
        : new S3Error("InternalError", "We encountered an internal error. Please try again.")
    refuse(http, response, refusal, id)
  }
}
