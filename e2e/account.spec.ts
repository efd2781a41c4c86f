import { expect, mailTo, password, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")
const newPassword = "nine slow lanterns 72"

test("a wrong password is said plainly, and a forgotten one can be set anew", async ({ page, somebody }) => {
  const ada = await somebody()
  await page.goto("/signin")
  await page.getByLabel(t("auth.email")).fill(ada.email)
  await page.getByLabel(t("auth.password"), { exact: true }).fill("not the password")
  await page.getByRole("button", { name: t("auth.signin.submit"), exact: true }).click()
  await expect(page.getByText("That e-mail and password do not belong together.")).toBeVisible()

  await page.getByRole("link", { name: t("auth.signin.forgot") }).click()
  await page.waitForURL("**/forgot*")
  await page.getByLabel(t("auth.email")).fill(ada.email)
  await page.getByRole("button", { name: t("auth.forgot.submit") }).click()
  await expect(page.getByRole("heading", { name: t("auth.sent.heading") })).toBeVisible()

  await expect.poll(async () => (await mailTo(ada.email)).subject).toMatch(/new password/)
  await page.goto((await mailTo(ada.email)).link)
  await page.getByLabel(t("auth.newPassword"), { exact: true }).fill(newPassword)
  await page.getByRole("button", { name: t("auth.reset.submit") }).click()
  await page.waitForURL("**/signin*")
  await page.getByLabel(t("auth.email")).fill(ada.email)
  await page.getByLabel(t("auth.password"), { exact: true }).fill(newPassword)
  await page.getByRole("button", { name: t("auth.signin.submit"), exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes("signin"))
  await expect(page.getByRole("button", { name: t("layout.account") }).first()).toBeAttached()
})

test("a stranger's address gets the same answer", async ({ page }) => {
  await page.goto("/forgot")
  await page.getByLabel(t("auth.email")).fill("nobody@example.com")
  await page.getByRole("button", { name: t("auth.forgot.submit") }).click()
  await expect(page.getByRole("heading", { name: t("auth.sent.heading") })).toBeVisible()
})

test("signing out holds at once, also for a cookie that was copied", async ({ page, context, somebody }) => {
  const ada = await somebody()
  await signIn(context, ada)
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "session")
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" })
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json()
  await context.request.post("/api/auth/signout", { form: { csrfToken, json: "true" } })
  const me = await page.request.get("/api/me", { headers: { cookie: `session=${cookie?.value}` } })
  expect(me.status()).toBe(401)
})

test("one device ends another", async ({ page, context, browser, somebody }) => {
  const ada = await somebody()
  await signIn(context, ada)
  const other = await browser.newContext()
  await signIn(other, ada)
  expect((await other.request.get("/api/me")).status()).toBe(200)
  await page.goto("/settings/sessions")
  await page.getByRole("button", { name: t("settings.sessions.endOthers") }).click()
  await expect.poll(async () => (await other.request.get("/api/me")).status()).toBe(401)
  expect((await context.request.get("/api/me")).status()).toBe(200)
  await other.close()
})

test("too many tries are told when to go on", async ({ request, somebody }) => {
  const ada = await somebody()
  const attempt = async () => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
    const form = { csrfToken, email: ada.email, password: `${password}!`, json: "true" }
    return request.post("/api/auth/callback/credentials", { form })
  }
  let answer = await attempt()
  for (let tries = 0; tries < 15 && answer.status() === 401; tries++) answer = await attempt()
  expect(answer.status()).toBe(429)
  expect(answer.headers()["retry-after"]).toMatch(/^\d+$/)
  expect(answer.headers()["content-type"]).toContain("application/problem+json")
})

test("the mail that confirms an address can be sent again", async ({ page, context, somebody }) => {
  const ada = await somebody()
  const first = await mailTo(ada.email)
  await signIn(context, ada)
  await page.goto("/settings/account")
  await page.getByRole("button", { name: t("auth.resend.again") }).click()
  await expect(page.getByText(t("auth.resend.sent", { email: ada.email }))).toBeVisible()
  await expect.poll(async () => (await mailTo(ada.email)).link).not.toBe(first.link)
  await page.goto((await mailTo(ada.email)).link)
  await page.getByRole("button", { name: t("auth.verify.submit") }).click()
  await expect(page.getByRole("heading", { name: t("auth.verify.done") })).toBeVisible()
  await page.goto("/settings/account")
  await expect(page.getByRole("button", { name: t("auth.resend.again") })).toHaveCount(0)
})
