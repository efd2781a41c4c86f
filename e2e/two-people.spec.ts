import { expect, expectAccessible, post, signIn, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`two people meet, talk and part (${locale})`, async ({ page, context, browser, somebody }) => {
    const t = words(locale)
    const [ada, ben] = [await somebody(), await somebody()]
    await signIn(context, ada)
    const theirs = await browser.newContext()
    await signIn(theirs, ben)
    const other = await theirs.newPage()
    const complaints = watch(other)
    const said = `A good morning for it, @${ada.handle} #dawn`
    let id = ""

    await test.step("he follows her before she has posted anything", async () => {
      await other.goto(pathIn(locale, `/u/${ada.handle}`))
      await other.getByRole("button", { name: `${t("people.follow")} ${ada.name}` }).click()
      await expect(other.getByRole("button", { name: `${t("people.following")} ${ada.name}` })).toBeVisible()
    })

    await test.step("she posts, and it arrives at his home", async () => {
      id = (await post(ada, "skyline")).id
      await expect(async () => {
        await other.goto(pathIn(locale, "/"))
        await expect(other.getByRole("img", { name: "The photograph skyline" })).toBeVisible({
          timeout: 2000,
        })
      }).toPass()
      await expectAccessible(other)
    })

    await test.step("he likes it, by the button and back by the key, and keeps it", async () => {
      await other.goto(pathIn(locale, `/p/${id}`))
      const like = other.getByRole("button", { name: t("post.like"), exact: true })
      await like.click()
      await expect(like).toHaveAttribute("aria-pressed", "true")
      await expect(other.getByRole("link", { name: t("post.likes", { count: "1" }) })).toBeVisible()
      await other.keyboard.press("l")
      await expect(like).toHaveAttribute("aria-pressed", "false")
      await other.keyboard.press("l")
      await expect(like).toHaveAttribute("aria-pressed", "true")
      await other.getByRole("button", { name: t("post.save") }).click()
      await expect(other.getByText(t("post.saved"))).toBeVisible()
      await other.goto(pathIn(locale, "/saved"))
      await expect(other.getByRole("link", { name: "The photograph skyline" })).toBeVisible()
    })

    await test.step("he comments, and letters typed there like nothing", async () => {
      await other.goto(pathIn(locale, `/p/${id}`))
      const field = other.getByRole("textbox", { name: t("comment.label"), exact: true })
      await field.fill(said)
      await field.press("l")
      await field.press("Backspace")
      await other.getByRole("button", { name: t("comment.send") }).click()
      await expect(other.getByText("A good morning for it,")).toBeVisible()
      await expect(other.getByRole("link", { name: "#dawn" })).toHaveAttribute(
        "href",
        pathIn(locale, "/t/dawn"),
      )
      await expect(other.getByRole("button", { name: t("post.like"), exact: true })).toHaveAttribute(
        "aria-pressed",
        "true",
      )
    })

    await test.step("she is told, reads it and answers", async () => {
      await expect(async () => {
        await page.goto(pathIn(locale, "/notifications"))
        await expect(page.getByText("A good morning for it").first()).toBeVisible({ timeout: 2000 })
      }).toPass()
      await expectAccessible(page)
      await page.goto(pathIn(locale, `/p/${id}`))
      await page.getByRole("button", { name: t("comment.replyTo", { name: ben.name }) }).click()
      await page.getByLabel(t("comment.replyLabel", { name: ben.name })).fill("Thank you, it was cold")
      await page.keyboard.press("Control+Enter")
      await expect(page.getByText("Thank you, it was cold")).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("he is told of the answer", async () => {
      await expect(async () => {
        await other.goto(pathIn(locale, "/notifications"))
        await expect(other.getByText("Thank you, it was cold").first()).toBeVisible({ timeout: 2000 })
      }).toPass()
    })

    await test.step("she blocks him, and everything of hers is gone for him", async () => {
      await page.goto(pathIn(locale, `/u/${ben.handle}`))
      await page.getByRole("button", { name: t("people.menu", { name: ben.name }) }).click()
      await page.getByRole("button", { name: t("people.block"), exact: true }).click()
      const dialog = page.getByRole("dialog", { name: t("people.blockTitle", { name: ben.name }) })
      await dialog.getByRole("button", { name: t("people.block"), exact: true }).click()
      await page.waitForURL(`**${pathIn(locale, "/explore")}`)
      for (const path of [`/u/${ada.handle}`, `/p/${id}`]) {
        expect((await other.goto(pathIn(locale, path)))?.status()).toBe(404)
      }
      for (const path of ["/", "/saved", "/notifications"]) {
        await other.goto(pathIn(locale, path))
        await expect(other.getByText(ada.handle)).toHaveCount(0)
        await expect(other.getByRole("link", { name: "The photograph skyline" })).toHaveCount(0)
        await expect(other.getByText("Thank you, it was cold")).toHaveCount(0)
      }
    })
    expect(complaints).toEqual([])
    await theirs.close()
  })
}
