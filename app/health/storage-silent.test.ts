import { afterAll, beforeAll, expect, it } from "vitest"
import { api } from "@/testing/api"
import { silentServer } from "@/testing/silence"
import { slow } from "@/testing/slow"

let silent: Awaited<ReturnType<typeof silentServer>>
beforeAll(async () => {
  silent = await silentServer()
  process.env.AWS_ENDPOINT_URL_S3 = silent.url
})
afterAll(() => silent.close())

it("does not wait for a storage that never answers", slow, async () => {
  const began = Date.now()
  const { status, body, text } = await api("GET /health")
  expect([status, body]).toMatchObject([
    503,
    { status: "failed", checks: { table: "ok", storage: "failed" } },
  ])
  expect(Date.now() - began).toBeLessThan(4000)
  expect(text).not.toContain(silent.url.slice(7))
})
