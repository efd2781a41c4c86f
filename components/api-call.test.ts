import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { call, ProblemError } from "./api-call"

const answers = (body: BodyInit | null, init: ResponseInit) => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, init))
  vi.stubGlobal("fetch", fetched)
  return fetched
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (error: ProblemError) => error,
  )

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "ja" } }))
afterEach(() => vi.unstubAllGlobals())

it("sends JSON in the language of the page", async () => {
  const fetched = answers('{"ok":1}', { status: 200 })
  expect(await call("POST", "/api/x", { a: 1 })).toEqual({ ok: 1 })
  const init = fetched.mock.calls[0]?.[1]
  const headers = new Headers(init?.headers)
  expect(init?.body).toBe('{"a":1}')
  expect(headers.get("Accept-Language")).toBe("ja")
  expect(headers.get("Content-Type")).toBe("application/json")
})

it("sets and takes away also where the page is left in that moment", async () => {
  const kept = []
  for (const method of ["PUT", "DELETE", "POST", "GET"]) {
    const fetched = answers(null, { status: 204 })
    await call(method, "/api/x")
    kept.push(fetched.mock.calls[0]?.[1].keepalive)
  }
  expect(kept).toEqual([true, true, false, false])
})

it("gives nothing for 204", async () => {
  answers(null, { status: 204 })
  expect(await call("DELETE", "/api/x")).toBeUndefined()
})

it("turns a problem into an error with its sentence, faults and waiting time", async () => {
  const errors = [{ path: "email", message: "?" }]
  answers(JSON.stringify({ code: "rate_limited", detail: "Wait.", errors }), {
    status: 429,
    headers: { "Content-Type": "application/problem+json", "Retry-After": "20" },
  })
  const error = await refusal(call("GET", "/api/x"))
  expect(error).toMatchObject({ code: "rate_limited", status: 429, detail: "Wait.", errors, retryAfter: 20 })
})

it("keeps a refusal that is not JSON readable", async () => {
  answers("<h1>Bad gateway</h1>", { status: 502 })
  expect(await refusal(call("GET", "/api/x"))).toMatchObject({ code: "internal", status: 502, errors: [] })
})

it("says unreachable when there is no answer", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("failed")))
  expect(await refusal(call("GET", "/api/x"))).toMatchObject({ code: "unreachable", status: 0 })
})

it("passes an abort through as it is", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new DOMException("stopped", "AbortError")))
  const error = await refusal(call("GET", "/api/x", undefined, { signal: AbortSignal.abort() }))
  expect(error).not.toBeInstanceOf(ProblemError)
  expect(error.name).toBe("AbortError")
})
