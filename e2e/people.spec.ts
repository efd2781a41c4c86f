import { expect, expectAccessible, post, signIn, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`asked, accepted, blocked, unblocked (${locale})`, async ({ page, context, browser, somebody }) => {
    const t = words(locale)
    const [ada, ben] = [await somebody(), await somebody()]
    const { name } = ada
    await post(ada, "wren")
    await signIn(context, ada)
    const theirs = await browser.newContext()
    await signIn(theirs, ben)
    const other = await theirs.newPage()
    const complaints = watch(other)
    const button = (label: string) => `${label} ${name}`
    const photo = other.getByRole("link", { name: "The photograph wren" })

    await test.step("she closes her account", async () => {
      await page.goto(pathIn(locale, "/settings/privacy"))
      await page.getByRole("switch", { name: t("settings.privacy.private") }).click()
      await expect(page.getByRole("status").filter({ hasText: t("settings.privacy.closed") })).toBeVisible()
    })

    await test.step("he asks to follow, and sees no post before she accepts", async () => {
      await other.goto(pathIn(locale, `/u/${ada.handle}`))
      await expect(other.getByRole("heading", { name: t("people.closedTitle") })).toBeVisible()
      await other.getByRole("button", { name: button(t("people.follow")) }).click()
      await expect(other.getByRole("button", { name: button(t("people.requested")) })).toBeVisible()
      await expect(other.getByText(t("people.closedRequestedText", { name }))).toBeVisible()
      await expectAccessible(other)
    })

    await test.step("she accepts", async () => {
      await page.reload()
      await page.getByRole("button", { name: t("settings.privacy.acceptName", { name: ben.name }) }).click()
      await expect(page.getByText(t("settings.privacy.noRequests"))).toBeVisible()
    })

    await test.step("he sees her posts and stands among her followers", async () => {
      await other.reload()
      await expect(photo).toBeVisible()
      await other.locator(`main a[href="${pathIn(locale, `/u/${ada.handle}/followers`)}"]`).click()
      const list = other.getByRole("list", { name: t("people.followersTitle", { name }) })
      await expect(list.getByText(`@${ben.handle}`)).toBeVisible()
      await expectAccessible(other)
    })

    await test.step("she follows back from his page, then blocks him", async () => {
      await page.goto(pathIn(locale, `/u/${ben.handle}`))
      await page.getByRole("button", { name: `${t("people.followBack")} ${ben.name}` }).click()
      await expect(page.getByRole("button", { name: `${t("people.following")} ${ben.name}` })).toBeVisible()
      await page.getByRole("button", { name: t("people.menu", { name: ben.name }) }).click()
      await page.getByRole("button", { name: t("people.block"), exact: true }).click()
      const dialog = page.getByRole("dialog", { name: t("people.blockTitle", { name: ben.name }) })
      await dialog.getByRole("button", { name: t("people.block"), exact: true }).click()
      await page.waitForURL(`**${pathIn(locale, "/explore")}`)
    })

    await test.step("neither finds the other any more", async () => {
      for (const [visit, handle] of [
        [other, ada.handle],
        [page, ben.handle],
      ] as const) {
        const answer = await visit.goto(pathIn(locale, `/u/${handle}`))
        expect(answer?.status()).toBe(404)
      }
    })

    await test.step("she takes it back in the settings; he would have to ask again", async () => {
      await page.goto(pathIn(locale, "/settings/privacy"))
      await page
        .getByRole("button", { name: t("settings.privacy.blocks.undoName", { name: ben.name }) })
        .click()
      await expect(page.getByText(t("settings.privacy.blocks.none"))).toBeVisible()
      await expectAccessible(page)
      await other.goto(pathIn(locale, `/u/${ada.handle}`))
      await expect(other.getByRole("button", { name: button(t("people.follow")) })).toBeVisible()
      await expect(photo).toHaveCount(0)
    })
    expect(complaints).toEqual([])
    await theirs.close()
  })
}
