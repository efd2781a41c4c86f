import { afterEach, expect, it, vi } from "vitest"
import { onRequestError } from "@/instrumentation"
import { logLines } from "@/testing/log-lines"

afterEach(() => vi.unstubAllEnvs())

const request = {
  path: "/u/ada?token=a-secret",
  method: "GET",
  headers: { "x-request-id": "the-one-that-failed" },
}
const context = {
  routerKind: "App Router",
  routePath: "/[locale]/u/[handle]",
  routeType: "render",
  revalidateReason: undefined,
  renderSource: "react-server-components",
} as const

it("a page that throws leaves a line with its route, the request and the error, and nothing of its address", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs")
  const { lines, text } = await logLines(async () =>
    onRequestError(new TypeError("no such thing"), request, context),
  )
  expect(lines).toMatchObject([
    {
      level: "ERROR",
      message: "page failed",
      route: "/u/[handle]",
      request_id: "the-one-that-failed",
      error: { name: "TypeError", message: "no such thing" },
    },
  ])
  expect(text).not.toContain("secret")
})
