import { beforeAll, describe, expect, it } from "vitest"
import type { PersonView } from "@/core/admin/admin.schema"
import { User } from "@/core/user"
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
    const { userId, handle } = await given.person()
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
      ].map(([what, why]) => ({ what, by: admin.userId, userId, detail: `${handle} ${why}` })),
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
