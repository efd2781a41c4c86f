import { beforeAll, expect, it, vi } from "vitest"
import { Admin } from "../core/admin"
import { Audit } from "../core/audit"
import { Explain } from "../core/explain"
import { table } from "../core/table"
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

it("whoever is away, being deleted or erased is told apart from whoever has not confirmed the address", async () => {
  const [ada, admin] = [await given.person(), await given.admin()]
  const at = "2026-01-02T03:04:05.000Z"
  type Marks = { deactivatedAt?: string; leavingAt?: string; erasingAt?: string; suspendedAt?: string }
  const told = async (marks: Marks) => {
    await table()
      .user.patch({ userId: ada.userId })
      .set({ hidden: true, ...marks })
      .go()
    const shown = JSON.parse((await ops("user", "show", ada.handle, ...stage, "--json")).out)
    const { account } = await Admin.person(admin, { userId: ada.userId })
    const { problems, sight } = await Explain.about(admin, { what: ada.userId })
    return [shown.state, account.state, sight[0]?.why, problems.map(({ what, next }) => [what, next])]
  }
  const away = [`Away since ${at}: hidden until its person signs in again.`, `user show ${ada.handle}`]
  const leaving = [
    `To be deleted: hidden, and erased after ${at} unless its person keeps it.`,
    `user cancel-deletion ${ada.handle}`,
  ]
  const suspended = [`Suspended since ${at}: hidden, and cannot sign in.`, `user restore ${ada.handle}`]
  const erasing = [`Being erased since ${at}: nobody comes back.`, `user deletions`]
  expect(await told({})).toMatchObject([
    "hidden until confirmed",
    "hidden",
    "hidden until confirmed, open",
    [["The e-mail address is not confirmed: nobody sees the account.", expect.any(String)]],
  ])
  expect(await told({ deactivatedAt: at })).toEqual([`away since ${at}`, "away", "away, open", [away]])
  expect(await told({ leavingAt: at })).toEqual([
    `to be erased after ${at}`,
    "leaving",
    "to be erased, open",
    [leaving],
  ])
  expect(await told({ suspendedAt: at })).toEqual([
    `suspended ${at}`,
    "suspended",
    "suspended, open",
    [suspended, leaving],
  ])
  expect(await told({ erasingAt: at })).toEqual([
    `being erased since ${at}`,
    "erasing",
    "being erased, open",
    [erasing],
  ])
})
