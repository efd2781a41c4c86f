import type { Page } from "@playwright/test"
import { Secret, TOTP } from "otpauth"
import { z } from "zod"
import { expect, expectAccessible, mailTo, type Person, password, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")

async function passwordFor(page: Page, ada: Person) {
  await page.goto("/signin")
  await page.getByLabel(t("auth.email")).fill(ada.email)
  await page.getByLabel(t("auth.password"), { exact: true }).fill(password)
  await page.getByRole("button", { name: t("auth.signin.submit"), exact: true }).click()
}

const out = async (page: Page) => {
  await page.context().clearCookies({ name: "session" })
}
const isIn = (page: Page) => expect.poll(async () => (await page.request.get("/api/me")).status()).toBe(200)

test("a second step is set up, then asked for: a code, and a recovery code once", async ({
  page,
  context,
  somebody,
}) => {
  const ada = await somebody()
  await signIn(context, ada)
  await page.goto("/settings/account")
  await page.getByRole("button", { name: t("security.twoFactor.turnOn") }).click()
  await expect(page.getByRole("img", { name: t("security.enrol.qr") })).toBeVisible()
  const key = (await page.locator("code").textContent()) ?? ""
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, "")) })
  await page.getByLabel(t("security.enrol.code")).fill(app.generate())
  await page.getByRole("button", { name: t("security.enrol.submit"), exact: true }).click()
  await expect(page.getByRole("heading", { name: t("security.codes.heading") })).toBeVisible()
  const codes = await page.locator("code").allInnerTexts()
  expect(codes).toHaveLength(10)
  await expectAccessible(page)
  await page.getByRole("button", { name: t("security.codes.done") }).click()

  await out(page)
  await passwordFor(page, ada)
  const field = page.getByLabel(t("auth.signin.second.code"), { exact: true })
  await expect(field).toBeFocused()
  expect((await page.request.get("/api/me")).status()).toBe(401)
  await expectAccessible(page)
  await field.fill("000000")
  await page.getByRole("button", { name: t("auth.signin.second.submit") }).click()
  await expect(page.getByRole("alert").filter({ hasText: t("auth.signin.code_wrong") })).toBeVisible()
  // The step of the code that set it up is used; the app's next one is not.
  await field.fill(app.generate({ timestamp: Date.now() + 30_000 }))
  await page.getByRole("button", { name: t("auth.signin.second.submit") }).click()
  await page.waitForURL((url) => !url.pathname.includes("signin"))
  await isIn(page)

  for (const works of [true, false]) {
    await out(page)
    await passwordFor(page, ada)
    await field.fill(codes[0] ?? "")
    await page.getByRole("button", { name: t("auth.signin.second.submit") }).click()
    if (works) await page.waitForURL((url) => !url.pathname.includes("signin"))
    else await expect(page.getByRole("alert").filter({ hasText: t("auth.signin.code_wrong") })).toBeVisible()
  }
})

test("a passkey is added, named, and signs in by itself", async ({ page, context, somebody }) => {
  const ada = await somebody()
  await signIn(context, ada)
  const devtools = await context.newCDPSession(page)
  await devtools.send("WebAuthn.enable")
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto("/settings/account")
  await page.getByRole("button", { name: t("security.passkeys.add") }).click()
  const row = page.getByRole("listitem").filter({ hasText: t("security.passkeys.unused") })
  await expect(row).toBeVisible()
  await row.getByRole("button", { name: /^Rename/ }).click()
  await page.getByLabel(t("security.passkeys.name"), { exact: true }).fill("Blue laptop")
  await page.getByRole("button", { name: t("security.passkeys.save") }).click()
  await expect(page.getByText("Blue laptop")).toBeVisible()
  await expectAccessible(page)

  await out(page)
  await page.goto("/signin")
  await page.getByRole("button", { name: t("auth.signin.passkey") }).click()
  await page.waitForURL((url) => !url.pathname.includes("signin"))
  await isIn(page)

  await page.goto("/settings/account")
  await page.getByRole("button", { name: "Remove the passkey Blue laptop" }).click()
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("security.passkeys.remove") })
    .click()
  await expect(page.getByText("Blue laptop", { exact: true })).toBeHidden()
})

test("a device that is new is told of by mail, and ended from a known one", async ({
  page,
  context,
  browser,
  somebody,
}) => {
  const ada = await somebody()
  await signIn(context, ada)
  expect((await mailTo(ada.email, /new device/)).link).toContain("/settings/sessions")
  // The first device that this person was on says of the other that it was them.
  const sessions = await (await context.request.get("/api/me/sessions")).json()
  const mine = sessions.items.find(({ current }: { current: boolean }) => current)
  await ada.site.send("PATCH", `/api/me/sessions/${mine.id}`, { familiar: true }, z.unknown())
  const stranger = await browser.newContext()
  await signIn(stranger, ada)
  await page.goto("/settings/sessions")
  await expect(page.getByText(t("settings.sessions.wasIt"))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: t("settings.sessions.no") }).click()
  await expect(page.getByRole("link", { name: t("settings.sessions.change") })).toBeVisible()
  expect((await stranger.request.get("/api/me")).status()).toBe(401)
  await stranger.close()
})
