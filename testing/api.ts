import { deepStrictEqual } from "node:assert"
import { z } from "zod"
import { endpoints } from "../app/_server/openapi/endpoints"
import { cookieName, seal } from "../app/_server/session-cookie"
import type { UserActor } from "../core/actor"
import { config } from "../core/config"
import { errorCodes } from "../core/error"
import { routeOf } from "./routes"

/** What every refusal looks like, and nothing more. */
export const Problem = z.strictObject({
  type: z.string().startsWith("urn:problem:"),
  title: z.string().min(1),
  status: z.int().min(400).max(599),
  code: z.enum(errorCodes),
  detail: z.string().min(1),
  reason: z.string().optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string().min(1) })).optional(),
  requestId: z.string().min(8),
})
export type Problem = z.output<typeof Problem>

export type Call = {
  /** Whose session cookie goes along. */
  as?: UserActor
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is, as JSON or as what the headers say. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}
export type Answer = { status: number; headers: Headers; body: unknown; text: string }

/**
 * Calls the API as HTTP would, in this process: the exported handler of the path's route file with a genuine Request.
 * A success must be exactly what its endpoint promises, a refusal a problem document; else this throws.
 * @param where method and path with query, `GET /api/me`
 */
export async function api(where: `${string} /${string}`, call: Call = {}): Promise<Answer> {
  const [method = "", target = ""] = where.split(/ (.*)/s)
  const url = new URL(target, config.settings.siteUrl)
  const { file, params } = routeOf(url.pathname)
  const handler = (await file.load())[method]
  if (!handler) throw new Error(`${file.pattern} has no ${method}.`)
  const request = new Request(url, { method, headers: await headersOf(method, call), body: bodyOf(call) })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  const body: unknown = /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text
  const answer = { status: response.status, headers: response.headers, body, text }
  check(method, file.pattern, answer)
  return answer
}

const bodyOf = ({ json, raw }: Call) => raw ?? (json === undefined ? undefined : JSON.stringify(json))

async function headersOf(method: string, call: Call): Promise<Headers> {
  const headers = new Headers({ "user-agent": "vitest" })
  if (bodyOf(call) !== undefined) headers.set("content-type", "application/json")
  if (call.as) {
    headers.set("cookie", `theme=dark; ${cookieName()}=${await seal({ sid: call.as.sessionId })}`)
    if (method !== "GET") headers.set("origin", new URL(config.settings.siteUrl).origin)
  }
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value)
  return headers
}

function check(method: string, pattern: string, { status, headers, body }: Answer) {
  if (!headers.get("x-request-id")) throw new Error("the answer has no request id")
  const path = pattern.replace(/\[(\w+)\]/g, "{$1}")
  const endpoint = endpoints.find((known) => known.method === method && known.path === path)
  const promised = endpoint?.answers[status]
  if (promised) return deepStrictEqual(promised.parse(body === "" ? undefined : body), body || undefined)
  if (status < 400 && endpoint) throw new Error(`${method} ${path} does not promise ${status}`)
  if (status < 400) return
  deepStrictEqual(headers.get("content-type"), "application/problem+json; charset=utf-8")
  deepStrictEqual(headers.get("cache-control"), "private, no-store")
  const problem = Problem.parse(body)
  deepStrictEqual([problem.status, problem.requestId], [status, headers.get("x-request-id")])
}
