import "server-only"
import { AppError } from "@/core/error"

/** A JSON body is small: photos never pass through here. */
const maxBytes = 64 * 1024
const maxDepth = 12

/**
 * The JSON object of a request, or `{}` where there is no body.
 * @throws AppError `unsupported` for another type, `too_large`, `invalid` for what is not a plain JSON object
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
  check(value, 0)
  return value
}

/** Refuses nesting that nothing here needs, and keys that reach into prototypes. */
function check(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return
  if (depth >= maxDepth) throw malformed()
  for (const key of Object.keys(value)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") throw malformed()
    check((value as Record<string, unknown>)[key], depth + 1)
  }
}

const malformed = () => new AppError("invalid", { reason: "malformed" })
