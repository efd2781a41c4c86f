import { drop, expect, expectAccessible, layoutShift, mailTo, password, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`from signing up to being seen by a visitor (${locale})`, async ({ page, browser, isMobile }) => {
    const t = words(locale)
    const handle = `f${Date.now().toString(36)}${locale}${isMobile ? "p" : "d"}`
    const email = `${handle}@example.com`

    await test.step("sign up", async () => {
      await page.goto(pathIn(locale, "/signup"))
      await page.getByLabel(t("auth.name")).fill("Ada Quill")
      await page.getByLabel(t("auth.handle")).fill(handle)
      await page.getByLabel(t("auth.email")).fill(email)
      await page.getByLabel(t("auth.password"), { exact: true }).fill(password)
      await page.getByRole("checkbox").check()
      await page.getByRole("button", { name: t("auth.signup.submit") }).click()
      await page.waitForURL(`**${pathIn(locale, "/upload")}*`)
    })

    await test.step("confirm the address by mail", async () => {
      const { link } = await mailTo(email)
      expect(new URL(link).pathname).toBe(pathIn(locale, "/verify"))
      await page.goto(link)
      await page.getByRole("button", { name: t("auth.verify.submit") }).click()
      await expect(page.getByRole("heading", { name: t("auth.verify.done") })).toBeVisible()
      await page.goto(link)
      await page.getByRole("button", { name: t("auth.verify.submit") }).click()
      await expect(page.getByRole("heading", { name: t("auth.verify.spent") })).toBeVisible()
    })

    const caption = `Three of a kind ${handle}`
    const described = "A wren on a stone looks up"
    await test.step("drop three photos, describe one, publish", async () => {
      await page.goto(pathIn(locale, "/upload"))
      await expect(page.getByRole("button", { name: t("upload.drop.choose") })).toBeVisible()
      await drop(page, ["wren", "fig", "lake"])
      const list = page.getByRole("list", { name: t("upload.list") })
      await expect(list.getByRole("listitem")).toHaveCount(3)
      await page.getByLabel(t("upload.photo.alt", { place: 1 })).fill(described)
      await page.getByLabel(t("upload.caption"), { exact: true }).fill(caption)
      await expect(list.getByText(t("upload.stage.ready"), { exact: true })).toHaveCount(3)
      await expectAccessible(page)
      await page.getByRole("button", { name: t("upload.publish.public"), exact: true }).click()
      await page.waitForURL("**/p/pst_*")
    })

    await test.step("a visitor sees it on explore, the post and the profile", async () => {
      const visit = await browser.newContext()
      const visitor = await visit.newPage()
      const complaints = watch(visitor)
      await visitor.goto(pathIn(locale, "/"))
      await visitor.getByRole("link", { name: described }).first().click()
      await visitor.waitForURL("**/p/pst_*")
      await expect(visitor.getByText(caption)).toBeVisible()
      const photo = visitor.getByRole("img", { name: described }).first()
      await expect
        .poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(300)
      await visitor.goto(pathIn(locale, `/u/${handle}`))
      await expect(visitor.getByRole("heading", { name: "Ada Quill" })).toBeVisible()
      await expect(visitor.getByRole("link", { name: described })).toBeVisible()
      expect(await layoutShift(visitor)).toBe(0)
      expect(complaints).toEqual([])
      await visit.close()
    })

    await test.step("delete it, and it is gone", async () => {
      const url = page.url()
      await page.getByRole("button", { name: t("post.menu") }).click()
      await page.getByRole("button", { name: t("post.delete") }).click()
      const question = page.getByRole("dialog", { name: t("post.deleteTitle") })
      await question.getByRole("button", { name: t("post.delete") }).click()
      await page.waitForURL((now) => !now.pathname.includes("/p/"))
      expect((await page.request.get(url)).status()).toBe(404)
    })
  })
}
