import { beforeAll, expect, it, vi } from "vitest"
import { Audit } from "../core/audit"
import { given } from "../testing/given"
import { ops } from "./testing/ops"

vi.mock("./who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

it("an account is shown, promoted, suspended, restored and signed out by whoever is on call, and each is noted", async () => {
  const person = await given.person()
  const state = async () => JSON.parse((await ops("user", "show", person.handle, ...stage, "--json")).out)
  expect(await state()).toMatchObject({
    id: person.userId,
    role: "member",
    state: "active",
    "signed in": 1,
    audit: [],
  })
  expect(JSON.stringify(await state())).not.toContain(person.email)

  expect(await ops("user", "suspend", person.handle, ...stage)).toMatchObject({ code: 2 })
  expect(await ops("user", "suspend", person.handle, ...stage, "--dry-run")).toMatchObject({ code: 0 })
  expect(await state()).toMatchObject({ state: "active" })
  expect(await ops("user", "suspend", person.userId, ...stage, "--why", "spam", "--yes")).toMatchObject({
    code: 0,
  })
  expect(await state()).toMatchObject({ state: expect.stringMatching(/^suspended 20/), "signed in": 0 })
  expect(await ops("user", "suspend", person.handle, ...stage, "--yes")).toMatchObject({ code: 1 })
  expect(await ops("user", "restore", person.email, ...stage, "--yes")).toMatchObject({ code: 0 })
  expect(
    await ops("user", "promote", `@${person.handle}`, "--role", "moderator", ...stage, "--yes"),
  ).toMatchObject({
    code: 0,
    out: `${person.handle} is moderator.`,
  })
  expect(await ops("user", "sign-out", person.handle, ...stage, "--yes")).toMatchObject({ code: 0 })
  expect(await ops("user", "show", "nobody_here", ...stage)).toMatchObject({ code: 4 })
  expect((await Audit.ofUser(person.userId)).map(({ what, by, stage: where }) => [what, by, where])).toEqual(
    ["user sign-out", "user promote", "user restore", "user suspend"].map((what) => [
      what,
      "ada, on call",
      "staging",
    ]),
  )
})
