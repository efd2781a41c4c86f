import type { Instrumentation } from "next"

/**
 * A page threw what nobody expected: Next answers with 500, and tells nobody but the terminal. The API's own errors
 * never come here. The path is not told: mailed tokens are in paths of pages.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { method, headers }, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { log } = await import("@/core/log")
  const id = headers["x-request-id"]
  log.error("page failed", {
    method,
    route: context.routePath.replace(/^\/\[locale\]/, "") || "/",
    status: 500,
    ...(typeof id === "string" && /^[\w=+/-]{8,64}$/.test(id) ? { request_id: id } : {}),
    error: error instanceof Error ? error : new Error(String(error)),
  })
}
