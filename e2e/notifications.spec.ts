import { z } from "zod"
import { expect, expectAccessible, post, signIn, test } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`what happens arrives without a reload, and is answered where it stands (${locale})`, async ({
    page,
    context,
    somebody,
  }) => {
    const t = words(locale)
    const [ada, ben, eve] = [await somebody(), await somebody(), await somebody()]
    await signIn(context, ada)
    const { id } = await post(ada, "skyline")
    const main = page.getByRole("main")
    const bell = page.getByRole("link", { name: t("notifications.bell.some", { count: "1" }) })

    await test.step("an empty page says what will stand on it", async () => {
      await page.goto(pathIn(locale, "/notifications"))
      await expect(page.getByRole("heading", { name: t("notifications.empty.title") })).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("somebody likes, and the open page tells of it", async () => {
      await ben.site.send("PUT", `/api/posts/${id}/like`, {}, z.unknown())
      // It asks as soon as the network is back, not only when the next quarter of a minute is over.
      await context.setOffline(true)
      await context.setOffline(false)
      const fresh = page.getByRole("button", { name: t("notifications.fresh", { count: 1 }) })
      await expect(fresh).toBeVisible({ timeout: 60_000 })
      await expect(bell.first()).toBeVisible()
      await expect(main.getByRole("listitem")).toHaveCount(0)
      await fresh.click()
      await expect(main.getByRole("listitem")).toHaveCount(1)
      await expect(main.getByRole("heading", { name: t("notifications.sections.new") })).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("what was seen counts as read, and its mark is taken away", async () => {
      await expect(bell).toHaveCount(0)
      await page.getByRole("button", { name: t("notifications.readAll") }).click()
      await expect(main.getByText(t("notifications.unread"))).toHaveCount(0)
      await page.reload()
      await expect(main.getByRole("heading", { name: t("notifications.sections.today") })).toBeVisible()
    })

    await test.step("a request is accepted where it stands", async () => {
      await ada.site.send("PATCH", "/api/me", { private: true }, z.unknown())
      await eve.site.send("PUT", `/api/users/${ada.handle}/follow`, {}, z.unknown())
      const accept = page.getByRole("button", {
        name: t("notifications.request.acceptName", { name: eve.name }),
      })
      await expect(async () => {
        await page.goto(pathIn(locale, "/notifications"))
        await expect(accept).toBeVisible({ timeout: 2000 })
      }).toPass()
      await page.setViewportSize({ width: 320, height: 700 })
      await expectAccessible(page)
      await accept.click()
      await expect(page.getByText(t("notifications.request.accepted", { name: eve.name }))).toBeVisible()
      await expect(accept).toHaveCount(0)
    })

    await test.step("it is chosen what one is told of", async () => {
      await page.goto(pathIn(locale, "/settings/notifications"))
      const likes = page.getByRole("switch", { name: t("settings.notifications.kinds.like") })
      await likes.first().click()
      const digest = page.getByRole("switch", { name: t("settings.notifications.digest") })
      await digest.click()
      await expect(page.getByText(t("settings.notifications.digestOn"))).toBeVisible()
      await expectAccessible(page)
      await page.reload()
      await expect(likes.first()).toHaveAttribute("aria-checked", "false")
      await expect(digest).toHaveAttribute("aria-checked", "true")
    })
  })
}
