import { beforeAll, expect, it, vi } from "vitest"
import { Audit } from "../core/audit"
import { Emergency } from "../core/emergency"
import { now } from "../core/time"
import { api } from "../testing/api"
import { given } from "../testing/given"
import { ops } from "./testing/ops"

vi.mock("./who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]
const notes = async () =>
  (await Audit.ofDay(now().slice(0, 10))).map(({ what, detail, by }) => ({ what, detail, by }))

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

it("a mode is shown, set after agreement with who and why, and ends by itself", async () => {
  const shown = async () => JSON.parse((await ops("mode", ...stage, "--json")).out)
  expect(await shown()).toEqual({ mode: "normal" })
  expect(await ops("mode", "closed", ...stage)).toMatchObject({
    code: 2,
    errors: expect.stringContaining("read-only"),
  })
  expect(await ops("mode", "read-only", ...stage, "--until", "2020-01-01", "--yes")).toMatchObject({
    code: 2,
  })
  expect(await ops("mode", "read-only", ...stage)).toMatchObject({ code: 2 })
  expect(await ops("mode", "read-only", ...stage, "--dry-run")).toMatchObject({
    code: 0,
    out: expect.stringContaining("from normal to read-only"),
  })
  expect(await shown()).toEqual({ mode: "normal" })

  await ops("mode", "read-only", ...stage, "--yes", "--until", "1h", "--reason", "restoring")
  expect(await shown()).toMatchObject({ mode: "read-only", by: "ada, on call", reason: "restoring" })
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 })
  expect(await shown()).toEqual({ mode: "normal" })
  vi.useRealTimers()

  await ops("mode", "normal", ...stage, "--yes")
  expect(await Emergency.modeNow()).toEqual({ mode: "normal" })
  expect(await notes()).toMatchObject([
    {
      what: "mode",
      by: "ada, on call",
      detail: expect.stringMatching(/^normal → read-only until .*: restoring$/),
    },
    { what: "mode", detail: "read-only → normal" },
  ])
})

it("everybody is signed out at the very next request, and signs in again; tokens end when that is asked for", async () => {
  const ada = await given.person()
  const { body } = await api("POST /api/me/tokens", { as: ada, json: { name: "ci", scopes: ["read"] } })
  const headers = { authorization: `Bearer ${(body as { token: string }).token}` }
  const states = async () => [
    (await api("GET /api/me", { as: ada })).status,
    (await api("GET /api/me", { headers })).status,
  ]
  expect(await states()).toEqual([200, 200])
  await ops("security", "sign-out-all", ...stage, "--yes")
  expect(await states()).toEqual([401, 200])
  await ops("security", "sign-out-all", "--tokens", ...stage, "--yes")
  expect(await states()).toEqual([401, 401])
  const bob = await given.person()
  expect((await api("GET /api/me", { as: bob })).status).toBe(200)
  expect(await notes()).toContainEqual({
    what: "security sign-out-all",
    by: "ada, on call",
    detail: expect.stringContaining("every session and access token"),
  })
})
