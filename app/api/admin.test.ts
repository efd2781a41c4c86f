import path from "node:path"
import { beforeAll, describe, expect, inject, it } from "vitest"
import type { LettersView, PersonView } from "@/core/admin/admin.schema"
import { User } from "@/core/user"
import { keepDeadLetter } from "@/local/events/dead-letters"
import { api } from "@/testing/api"
import { given, type Person } from "@/testing/given"
import { openPage } from "@/testing/page"

let admin: Person
beforeAll(async () => {
  admin = await given.admin()
})
const post = (path: string, json: object, as = admin) => api(`POST /api/admin/${path}`, { as, json })

describe("people", () => {
  it("are found by handle, id and e-mail address, and their state shows no address", async () => {
    const person = await given.person()
    for (const who of [person.handle, `@${person.handle}`, person.userId, person.email])
      expect((await post("users/find", { who })).body).toEqual({ id: person.userId })
    expect(await post("users/find", { who: "nobody_here" })).toMatchObject({
      status: 404,
      body: { reason: "nobody" },
    })
    const { body, text } = await api(`GET /api/admin/users/${person.userId}`, { as: admin })
    expect(body).toMatchObject({
      person: { handle: person.handle },
      account: { state: "active", role: "member", sessions: 1, accessTokens: 0 },
      audit: [],
    })
    expect(text).not.toContain(person.email)
  })

  it("are suspended, restored and signed out with a reason, and the audit says by whom", async () => {
    const { userId } = await given.person()
    const state = async () =>
      ((await api(`GET /api/admin/users/${userId}`, { as: admin })).body as PersonView).account
    const patch = (json: object) => api(`PATCH /api/admin/users/${userId}`, { as: admin, json })

    expect(await patch({ state: "suspended", why: "  " })).toMatchObject({ status: 400 })
    expect(await state()).toMatchObject({ state: "active" })
    expect(await patch({ state: "suspended", why: "sells followers" })).toMatchObject({ status: 204 })
    expect(await state()).toMatchObject({ state: "suspended", sessions: 0, suspendedAt: expect.any(String) })
    expect(await patch({ state: "suspended", why: "sells followers" })).toMatchObject({ status: 409 })
    expect(await patch({ state: "active", why: "it was not them" })).toMatchObject({ status: 204 })
    expect(await state()).toMatchObject({ state: "active" })
    expect(await post(`users/${userId}/sign-out`, { why: "a lost phone" })).toMatchObject({ status: 204 })

    const { body } = await api(`GET /api/admin/audit?userId=${userId}`, { as: admin })
    expect(body).toMatchObject({
      nextCursor: null,
      items: [
        ["user sign-out", "a lost phone"],
        ["user restore", "it was not them"],
        ["user suspend", "sells followers"],
      ].map(([what, why]) => ({ what, by: admin.userId, userId, detail: why })),
    })
  })

  it("who run the site do not decide about themselves", async () => {
    const { userId } = admin
    const json = { state: "suspended", why: "by mistake" }
    expect(await api(`PATCH /api/admin/users/${userId}`, { as: admin, json })).toMatchObject({
      status: 409,
      body: { reason: "oneself" },
    })
    expect(await post(`users/${userId}/sign-out`, { why: "by mistake" })).toMatchObject({ status: 409 })
    expect(await User.byId(userId)).toMatchObject({ hidden: false })
  })
})

it("to everybody else a page of theirs is not there, and a write without our origin is no different", async () => {
  const somebody = await given.person()
  for (const as of [somebody, undefined])
    for (const path of ["/admin", "/admin/people", `/admin/people/${somebody.userId}`, "/admin/audit"])
      expect([path, await openPage(path, as)]).toEqual([path, { status: 404 }])
  expect(await openPage("/admin/people", admin)).toEqual({ status: 200 })
  expect(await openPage(`/admin/people/${somebody.userId}`, admin)).toEqual({ status: 200 })
  expect(await openPage("/admin/people/usr_0000", admin)).toEqual({ status: 404 })

  const headers = { origin: "https://elsewhere.example", "x-request-id": "the-same" }
  const raw = "{"
  const there = await api("POST /api/admin/users/find", { as: somebody, headers, raw })
  const nowhere = await api("POST /api/admin/nothing", { as: somebody, headers, raw })
  expect([there.status, there.text]).toEqual([404, nowhere.text])
})

describe("dead letters", () => {
  const folder = () => path.join(inject("dataDir"), "dead-letters")
  const keep = (event: unknown, name = "digest") =>
    keepDeadLetter(folder(), { function: name, event, error: new Error("no mail today"), tries: 3 })
  const idOf = (file: string) => path.basename(file, ".json")
  const get = async () => (await api("GET /api/admin/dead-letters", { as: admin })).body as LettersView

  it("are listed with why, shown without what rows hold, and forgotten; the audit says by whom", async () => {
    const run = idOf(await keep({ "detail-type": "Scheduled Event", time: "2026-01-02T03:00:00Z" }))
    const NewImage = { email: { S: "ada@example.com" } }
    const Records = [
      { eventName: "INSERT", dynamodb: { Keys: { pk: { S: "A" }, sk: { S: "B" } }, NewImage } },
    ]
    const change = idOf(await keep({ Records }, "table-changed"))
    expect(await get()).toMatchObject({
      counts: { digest: 1, "table-changed": 1, canary: 0 },
      letters: [
        {
          id: run,
          of: "digest",
          tries: 3,
          why: "no mail today",
          about: "Scheduled Event 2026-01-02T03:00:00Z",
        },
        { id: change, of: "table-changed", about: "INSERT A B" },
      ],
    })
    // Looking takes none away.
    const shown = await api(`GET /api/admin/dead-letters/table-changed/${change}`, { as: admin })
    expect(shown).toMatchObject({ status: 200, body: { byCommand: true } })
    expect(shown.text).not.toContain("ada@example.com")
    const again = `POST /api/admin/dead-letters/table-changed/${change}/redrive` as const
    expect(await api(again, { as: admin, json: {} })).toMatchObject({
      status: 409,
      body: { reason: "by_command" },
    })

    for (const [of, id] of [
      ["digest", run],
      ["table-changed", change],
    ])
      expect(await api(`DELETE /api/admin/dead-letters/${of}/${id}`, { as: admin })).toMatchObject({
        status: 204,
      })
    expect(await get()).toMatchObject({ letters: [] })
    expect(await api(`DELETE /api/admin/dead-letters/digest/${run}`, { as: admin })).toMatchObject({
      status: 404,
      body: { reason: "letter_gone" },
    })
    const { body } = await api("GET /api/admin/audit?what=dlq", { as: admin })
    expect(body).toMatchObject({
      items: [
        { what: "dlq discard", by: admin.userId, detail: "table-changed: INSERT A B (no mail today)" },
        { what: "dlq discard", by: admin.userId },
      ],
    })
  })

  it("are left with their function again", async () => {
    const id = idOf(await keep({ "detail-type": "Scheduled Event" }))
    expect(
      await api(`POST /api/admin/dead-letters/digest/${id}/redrive`, { as: admin, json: {} }),
    ).toMatchObject({
      status: 204,
    })
    expect(await get()).toMatchObject({ letters: [] })
  })
})

it("a post is explained from its address, without what its author wrote; a request is for a command", async () => {
  const ada = await given.person()
  const { id } = await given.post(ada, { caption: "a very private thought" })
  const asked = await post("explain", { what: `https://photos.example/ja/p/${id}?from=mail` })
  expect(asked.body).toEqual({ id })
  const { status, text, body } = await api(`GET /api/admin/explain/${id}`, { as: admin })
  expect([status, body]).toMatchObject([200, { kind: "post", id, problems: [] }])
  expect(text).not.toContain("private thought")
  expect(await openPage(`/admin/explain/${id}`, admin)).toEqual({ status: 200 })
  expect(await post("explain", { what: "3f0c6a52-6f5c-4c0e-9a55-0d1a0f6a2b11" })).toMatchObject({
    status: 404,
    body: { reason: "in_logs" },
  })
})

it("how the stage is, and what it costs, are pages of theirs", async () => {
  for (const path of [
    "/admin",
    "/admin/cost",
    "/admin/cost?days=7",
    "/admin/dead-letters",
    "/admin/explain",
  ]) {
    expect([path, await openPage(path, admin)]).toEqual([path, { status: 200 }])
    expect([path, await openPage(path, undefined)]).toEqual([path, { status: 404 }])
  }
})
