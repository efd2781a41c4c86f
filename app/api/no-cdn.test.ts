import { beforeAll, expect, it, vi } from "vitest"
import { newestSecret } from "@/core/secret"
import { api } from "@/testing/api"
import { useSettings } from "@/testing/settings"

// Time stands still, so that no window ends between two calls.
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

beforeAll(() => useSettings({ limits: { signUpsPerHour: 2 } }))

it("without a CDN nothing a caller writes makes an address", async () => {
  const json = {
    handle: "someone",
    email: "someone@example.com",
    password: "password1234",
    ageConfirmed: true,
  }
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
