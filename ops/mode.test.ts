import { beforeAll, expect, it, vi } from "vitest"
import { AccessToken } from "../core/access-token"
import { maxTokens } from "../core/access-token/access-token.schema"
import type { UserActor } from "../core/actor"
import { Audit } from "../core/audit"
import { Emergency } from "../core/emergency"
import { Explain } from "../core/explain"
import { Session } from "../core/session"
import { SignIn } from "../core/sign-in"
import { now } from "../core/time"
import { api } from "../testing/api"
import { given, password, visitor } from "../testing/given"
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

it("what ended with everybody's is told as ended, to its person and to whoever is on call", async () => {
  const ada = await given.person()
  const named = (name: string) => AccessToken.create(ada, { name, scopes: ["read"] })
  await Promise.all(Array.from({ length: maxTokens }, (_, number) => named(`ci ${number}`)))
  await expect(named("one more")).rejects.toMatchObject({ reason: "too_many_tokens" })
  const told = async (as: UserActor) => {
    const [sessions, tokens] = await Promise.all([Session.list(as, {}), AccessToken.list(as, {})])
    const shown = JSON.parse((await ops("user", "show", ada.handle, ...stage, "--json")).out)
    const { summary, problems } = await Explain.about({ ...ada, role: "admin" }, { what: ada.userId })
    return [
      sessions.items.map(({ id }) => id),
      [tokens.items.length, shown["signed in"], shown["access tokens"]],
      summary.slice(summary.indexOf("signed in")),
      problems.map(({ what }) => what),
    ]
  }
  expect(await told(ada)).toEqual([
    [ada.sessionId],
    [20, 1, 20],
    "signed in on 1 devices, with 20 access tokens.",
    [],
  ])
  await ops("security", "sign-out-all", "--tokens", ...stage, "--yes")
  expect(await told(ada)).toEqual([
    [],
    [0, 0, 0],
    "signed in on 0 devices, with 0 access tokens.",
    ["Signed in nowhere: every session has ended."],
  ])
  const { problems } = await Explain.about({ ...ada, role: "admin" }, { what: ada.sessionId })
  expect(problems).toMatchObject([{ what: expect.stringContaining("no such session any more") }])

  const again = await SignIn.withPassword(visitor(), { email: ada.email, password })
  await AccessToken.create(ada, { name: "ci", scopes: ["read"] })
  expect(await told({ ...ada, sessionId: again.sessionId })).toEqual([
    [again.sessionId],
    [1, 1, 1],
    "signed in on 1 devices, with 1 access tokens.",
    [],
  ])
})
