import { beforeAll, expect, it } from "vitest"
import { newestSecret } from "@/core/secret"
import { api, useSettings } from "@/testing/api"

beforeAll(() => useSettings({ limits: { signUpsPerHour: 2 } }))

it("without a CDN nothing a caller writes makes an address", async () => {
  const json = { handle: "someone", email: "someone@example.com", password: "password1234" }
  const spoof = (i: number) => ({
    "x-viewer-address": `198.51.100.${i}`,
    "x-forwarded-for": `198.51.100.${i}`,
    "x-cdn-secret": newestSecret("CdnSecret").value,
  })
  const statuses: number[] = []
  for (const i of [1, 2, 3]) {
    statuses.push((await api("POST /api/account", { json, headers: spoof(i) })).status)
  }
  expect(statuses).toEqual([400, 400, 429])
})
