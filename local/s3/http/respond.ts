import type { IncomingMessage, ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import type { S3Error } from "./error"
import type { Reply } from "./types"
import { writeXml } from "./xml"

/** How long a refused body is still read, so that its sender gets to see the refusal. */
const DRAIN_MS = 30_000

/** Writes an operation's answer. */
export async function respond(response: ServerResponse, reply: Reply): Promise<void> {
  const { status = 200, headers = {}, xml, body } = reply
  if (xml) {
    const text = writeXml(xml.root, xml.content)
    response.writeHead(status, {
      ...headers,
      "content-type": "application/xml",
      "content-length": Buffer.byteLength(text),
    })
    response.end(text)
  } else if (body) {
    response.writeHead(status, headers)
    await pipeline(body, response)
  } else {
    response.writeHead(status, status === 204 ? headers : { "content-length": 0, ...headers })
    response.end()
  }
}

/** Writes a refusal as S3 does: an XML document, or the status alone for HEAD and 304. */
export function refuse(request: IncomingMessage, response: ServerResponse, error: S3Error, id: string): void {
  const { status, code, message, details, headers } = error
  if (request.method === "HEAD" || status === 304) {
    response.writeHead(status, headers)
    response.end()
    return
  }
  const text = writeXml("Error", { Code: code, Message: message, ...details, RequestId: id, HostId: "local" })
  response.writeHead(status, {
    ...headers,
    "content-type": "application/xml",
    "content-length": Buffer.byteLength(text),
  })
  response.end(text)
}

/**
 * Reads on what a refused client still sends. Closing at once would reset the connection, and the client would see
 * that instead of the refusal.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  const timer = setTimeout(() => request.destroy(), DRAIN_MS).unref()
  request.once("close", () => clearTimeout(timer))
  request.resume()
}
