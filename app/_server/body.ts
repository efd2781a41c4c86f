import "server-only"
import { AppError, invalidField } from "@/core/error"

/** A JSON body is small: photos never pass through here. */
const maxBytes = 64 * 1024
const maxDepth = 12

/**
 * The JSON object of a request, or `{}` where there is no body.
 * @throws AppError `unsupported` for another type, `too_large`, `invalid` for what is not a plain JSON object of text
 */
export async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  const length = Number(request.headers.get("content-length") ?? 0)
  if (length > maxBytes) throw new AppError("too_large", { reason: "body_too_large" })
  const text = await readText(request)
  if (text === "") return {}
  const type = request.headers.get("content-type") ?? ""
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new AppError("unsupported", { reason: "json_only" })
  const value = parse(text)
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed()
  return value as Record<string, unknown>
}

/** Whether it is the form with which mail programs end a mailing (RFC 8058); the request can still be read. */
export async function isOneClick(request: Request): Promise<boolean> {
  const type = request.headers.get("content-type") ?? ""
  const length = Number(request.headers.get("content-length") ?? 0)
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type) || length > 1024)
    return false
  const text = await readText(request.clone())
  return /\bList-Unsubscribe"?(=|[\r\n]+)One-Click\b/i.test(text)
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw new AppError("too_large", { reason: "body_too_large" })
      chunks.push(chunk)
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw malformed()
  }
}

function parse(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed()
  }
  check(value, [])
  return value
}

/** Refuses nesting that nothing here needs, keys that reach into prototypes, and text that is no Unicode text. */
function check(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
    throw invalidField(path.join("."), "unshowable")
  }
  if (typeof value !== "object" || value === null) return
  if (path.length >= maxDepth) throw malformed()
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") throw malformed()
    check(inner, [...path, key])
  }
}

const malformed = () => new AppError("invalid", { reason: "malformed" })
