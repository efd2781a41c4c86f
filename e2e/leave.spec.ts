import type { Page } from "@playwright/test"
import en from "../messages/en/errors.json" with { type: "json" }
import ja from "../messages/ja/errors.json" with { type: "json" }
import { expect, expectAccessible, mailTo, type Person, password, post, signIn, test } from "./fixtures"
import { locales, pathIn, words } from "./words"

const refusals = { en, ja }

async function signInByHand(page: Page, { email }: Person) {
  await page.goto("/signin")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes("signin"))
}

test("somebody goes away for a while, and comes back to everything", async ({
  page,
  context,
  request,
  somebody,
}) => {
  const t = words("en")
  const ada = await somebody()
  const { id } = await post(ada, "otter")
  const seen = async () =>
    Promise.all([`/u/${ada.handle}`, `/p/${id}`].map(async (path) => (await request.get(path)).status()))
  await signIn(context, ada)
  await page.goto("/settings/data")
  await page.getByRole("button", { name: t("data.leave.pauseAct") }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText(t("data.leave.pauseText"))
  await expectAccessible(page)
  await dialog.getByRole("button", { name: t("data.leave.stayHere") }).click()
  await expect(dialog).toBeHidden()
  expect(await seen()).toEqual([200, 200])

  await page.getByRole("button", { name: t("data.leave.pauseAct") }).click()
  await dialog.getByRole("button", { name: t("data.leave.pauseAct") }).click()
  await page.waitForURL((url) => url.pathname === "/")
  expect((await context.request.get("/api/me")).status()).toBe(401)
  expect(await seen()).toEqual([404, 404])

  await signInByHand(page, ada)
  // The audience of posts comes back a moment later.
  await expect.poll(seen).toEqual([200, 200])
  await page.goto(`/u/${ada.handle}`)
  await expect(page.getByRole("link", { name: "The photograph otter" })).toBeVisible()
})

for (const locale of locales) {
  test(`somebody has the account deleted, and thinks better of it (${locale})`, async ({
    page,
    context,
    request,
    somebody,
  }) => {
    const t = words(locale)
    const ada = await somebody()
    const { id } = await post(ada, "ivy")
    await signIn(context, ada)
    await page.goto(pathIn(locale, "/settings/data"))
    const field = page.getByLabel(t("data.leave.password"), { exact: true })
    const act = page.getByRole("main").getByRole("button", { name: t("data.leave.removeAct") })
    const dialog = page.getByRole("dialog")

    await test.step("it takes the password, and says what will be lost", async () => {
      await field.fill("not that one at all")
      await act.first().click()
      await dialog.getByRole("button", { name: t("data.leave.keep") }).click()
      await expect(dialog).toBeHidden()
      await act.first().click()
      await dialog.getByRole("button", { name: t("data.leave.removeAct") }).click()
      await expect(dialog).toBeHidden()
      await expect(field).toHaveAccessibleDescription(refusals[locale].password_wrong)
      expect((await request.get(`/p/${id}`)).status()).toBe(200)
      await field.fill(password)
      await act.first().click()
      await expect(dialog).toContainText(t("data.leave.removeText", { posts: 1, days: 14 }))
      await expectAccessible(page)
      await dialog.getByRole("button", { name: t("data.leave.removeAct") }).click()
      await page.waitForURL((url) => url.pathname === pathIn(locale, "/"))
    })

    await test.step("everything is hidden at once, and a mail says until when", async () => {
      expect((await context.request.get("/api/me")).status()).toBe(401)
      for (const path of [`/u/${ada.handle}`, `/p/${id}`])
        expect((await request.get(path)).status()).toBe(404)
      expect((await mailTo(ada.email, /delet/i)).subject).toBeTruthy()
    })

    await test.step("signing in shows the way back, and the way back leads back", async () => {
      await signInByHand(page, ada)
      await page.goto(pathIn(locale, "/"))
      const banner = page.getByRole("complementary", { name: t("layout.leaving.label") })
      await expect(banner).toBeVisible()
      await expectAccessible(page)
      await banner.getByRole("link", { name: t("layout.leaving.go") }).click()
      await page.getByRole("button", { name: t("data.leave.keepAccount") }).click()
      await expect(page.getByText(t("data.leave.kept"))).toBeVisible()
      await expect(banner).toBeHidden()
      // The audience of posts comes back a moment later.
      await expect.poll(async () => (await request.get(`/p/${id}`)).status()).toBe(200)
    })
  })
}
