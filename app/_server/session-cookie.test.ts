import { encode } from "next-auth/jwt"
import { beforeAll, expect, it } from "vitest"
import type { Actor } from "@/core/actor"
import { api } from "@/testing/api"
import { given, type Person } from "@/testing/given"
import { useSettings } from "@/testing/settings"
import { authOptions } from "./auth"
import { seal } from "./session-cookie"

let ada: Person
beforeAll(async () => {
  process.env.SST_RESOURCE_AuthSecret = JSON.stringify({ value: "2:newest-auth-secret,1:older-auth-secret" })
  useSettings({ siteUrl: "https://photos.example" })
  ada = await given.person()
})

const statusWith = async (cookie: string) =>
  (await api("GET /api/me/sessions", { headers: { cookie } })).status

it("goes to this host alone, over https, and to no script", () => {
  const visitor: Actor = { kind: "visitor", address: "unknown", locale: "en", userAgent: "" }
  const options = authOptions(visitor, {})
  expect(options.cookies?.sessionToken).toEqual({
    name: "__Host-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  })
  expect(options.useSecureCookies).toBe(true)
})

it("carries nothing but a sealed session id, in less than a kilobyte", async () => {
  const value = await seal({ sid: ada.sessionId })
  expect(value.length).toBeLessThan(1024)
  expect(value).not.toContain(ada.sessionId)
  expect(await statusWith(`__Host-session=${value}`)).toBe(200)
  expect(await statusWith(`session=${value}`)).toBe(401)
})

it("that was tampered with anywhere is a visitor's", async () => {
  const value = await seal({ sid: ada.sessionId })
  const parts = value.split(".")
  for (const [i, part] of parts.entries()) {
    if (part === "") continue
    const middle = part.length >> 1
    const other = part[middle] === "A" ? "B" : "A"
    const tampered = parts.with(i, part.slice(0, middle) + other + part.slice(middle + 1)).join(".")
    expect(await statusWith(`__Host-session=${tampered}`)).toBe(401)
  }
})

it("that expired is a visitor's", async () => {
  expect(await statusWith(`__Host-session=${await seal({ sid: ada.sessionId }, -60)}`)).toBe(401)
})

it("is opened by the secret before the newest, and by no other", async () => {
  const sealedBy = async (secret: string) =>
    `__Host-session=${await encode({ token: { sid: ada.sessionId }, secret })}`
  expect(await statusWith(await sealedBy("older-auth-secret"))).toBe(200)
  expect(await statusWith(await sealedBy("retired-auth-secret"))).toBe(401)
})

it("of a session that ended is a visitor's", async () => {
  const bob = await given.person()
  const cookie = `__Host-session=${await seal({ sid: bob.sessionId })}`
  expect(await statusWith(cookie)).toBe(200)
  await api(`DELETE /api/me/sessions/${bob.sessionId}`, { as: bob })
  expect(await statusWith(cookie)).toBe(401)
})
