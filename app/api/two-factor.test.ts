import { Secret, TOTP } from "otpauth"
import { expect, it, vi } from "vitest"
import { sessionIdIn } from "@/app/_server/session-cookie"
import { Passkey } from "@/core/passkey"
import { SecondFactor } from "@/core/second-factor"
import { Session } from "@/core/session"
import { authenticator } from "@/testing/authenticator"
import { Browser } from "@/testing/browser"
import { given, password, visitor } from "@/testing/given"

vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })

async function enrolled() {
  const ada = await given.person()
  const { key } = await SecondFactor.begin(ada, {})
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) })
  await SecondFactor.confirm(ada, { code: app.generate() })
  vi.setSystemTime(Date.now() + 60_000)
  return { ada, app }
}

/** Sends what a sign-in page would. @returns the status, and the word that the answer's address has for a refusal */
async function post(browser: Browser, fields: Record<string, string>) {
  const { csrfToken } = (await (await browser.send("/api/auth/csrf")).json()) as { csrfToken: string }
  const form = { ...fields, csrfToken, json: "true" }
  const answer = await browser.send("/api/auth/callback/credentials", form)
  const { url } = (await answer.json()) as { url: string }
  return { status: answer.status, error: new URL(url).searchParams.get("error") }
}

const whoIs = async (browser: Browser) => {
  const sessionId = await sessionIdIn(browser.cookies.get("session"))
  return sessionId ? (await Session.check(sessionId))?.userId : undefined
}

it("a browser takes two steps: the ticket of the first is its own, and is used up", async () => {
  const { ada, app } = await enrolled()
  const [browser, other] = [new Browser(), new Browser()]
  const first = await post(browser, { email: ada.email, password })
  expect([first, await whoIs(browser)]).toEqual([{ status: 401, error: "second_step" }, undefined])
  const ticket = browser.set.find((line) => line.startsWith("second-step="))
  expect(ticket).toMatch(/^second-step=[\w-]{43}; Path=\/; Max-Age=300; HttpOnly; SameSite=Lax$/)
  expect(browser.cookies.has("device")).toBe(false)

  expect(await post(other, { code: app.generate() })).toEqual({ status: 401, error: "ticket_over" })
  expect(await post(browser, { code: "12" })).toEqual({ status: 401, error: "code_wrong" })
  expect((await post(browser, { code: app.generate() })).status).toBe(200)
  expect(await whoIs(browser)).toBe(ada.userId)
  expect([browser.cookies.has("second-step"), browser.cookies.has("device")]).toEqual([false, true])
})

it("a program sends both steps in one, and a passkey needs no other", async () => {
  const { ada, app } = await enrolled()
  const program = new Browser()
  const both = { email: ada.email, password, code: app.generate() }
  expect((await post(program, both)).status).toBe(200)
  expect(await whoIs(program)).toBe(ada.userId)

  const key = authenticator()
  await Passkey.register(ada, { credential: key.create(await Passkey.creation(ada, {})) })
  const browser = new Browser()
  const passkey = async () => JSON.stringify(key.get(await Passkey.request(visitor(), {})))
  expect(await post(browser, { passkey: "{}" })).toEqual({ status: 401, error: "passkey_unknown" })
  // As a second step it is worth nothing without the first.
  expect(await post(browser, { passkey: await passkey(), second: "1" })).toEqual({
    status: 401,
    error: "ticket_over",
  })
  expect((await post(browser, { passkey: await passkey() })).status).toBe(200)
  expect(await whoIs(browser)).toBe(ada.userId)
})
